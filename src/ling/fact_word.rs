//! The words that numbers, dates, places and names are made of.

use super::lexicon::{self, Entry, Making};
use super::word::Word;

/// What a word does in a figure, a date or a name. A word may do many things.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct FactWord {
    pub(super) roles: u64,
    /// Of a number word, a month (from 1) or a weekday (from 0, Monday).
    pub(super) value: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub(super) enum Role {
    /// *one* … *ninety*.
    Cardinal,
    /// *hundred*, *thousand*, *million*, *dozen*.
    Multiplier,
    /// *dozens*, *hundreds*, *scores*.
    Vague,
    /// *several* thousand, *tens* of thousands.
    NumberOpener,
    Weekday,
    Month,
    /// *killed*: with an object, somebody else died; without one, these did.
    Kill,
    /// *died*, *drowned*.
    Die,
    /// *dead*, *deceased*.
    Dead,
    /// *deaths*, *bodies*, *lives*.
    Deaths,
    Wound,
    Arrest,
    Arrests,
    Missing,
    Displaced,
    Be,
    Preposition,
    Determiner,
    Conjunction,
    Pronoun,
    /// Between an auxiliary and its participle: *also*, *reportedly*.
    Between,
    /// A noun for people.
    People,
    Time,
    Length,
    Money,
    Percent,
    /// *city*, *province*: before *of* and a name, or behind a name.
    PlaceNoun,
    /// *central*, *southern*.
    PlaceWord,
    /// A preposition that a place may follow: *in*, *near*.
    PlacePreposition,
    /// A word of the name of a body: *Party*, *Ministry*.
    Body,
    /// Before a person's name: *President*, *Dr.*
    Title,
    FirstName,
    /// A first name of men.
    ManName,
    /// A first name of women.
    WomanName,
    /// Inside a name, in lower case: *bin*, *van*.
    Particle,
    /// A word with a capital only because it opens a sentence.
    Opener,
    /// *according*, *reporting*: what follows tells of the telling.
    Telling,
    /// *family*, *brothers*: the name before it is a family's.
    Family,
    /// Makes an attribution though it takes nothing as a verb: *according*, a colon.
    Cue,
    /// *at least* ten, *more than* ten.
    Bound,
    /// A small word of English that no other language shares.
    English,
    /// Such a word of another language.
    Foreign,
    /// One that stands in names, too.
    OfNames,
    /// *reporting*, which may say for whom.
    Reporting,
    /// Perhaps a number in two words: *forty-one* … *seventy-seven*. No list has it.
    Joined,
}

/// The roles that the letters of a word tell.
pub(super) fn by_letters(word: &str) -> u64 {
    let is_joined = (9..=13).contains(&word.len()) && word.as_bytes()[5..8].contains(&b'-');
    u64::from(is_joined) << Role::Joined as u32
}

/// The roles of words that stand for a number.
const VALUED: u64 = 1 << Role::Cardinal as u32
    | 1 << Role::Multiplier as u32
    | 1 << Role::Vague as u32
    | 1 << Role::Month as u32
    | 1 << Role::Weekday as u32;

impl FactWord {
    pub(super) fn is(self, role: Role) -> bool {
        self.roles & (1 << role as u32) != 0
    }

    pub(super) fn is_any(self, roles: &[Role]) -> bool {
        self.roles & roles.iter().fold(0, |all, &role| all | 1 << role as u32) != 0
    }

    /// Whether the word begins or makes a number by itself.
    pub(super) fn is_number(self) -> bool {
        self.is_any(&[Role::Cardinal, Role::Multiplier, Role::Vague])
    }
}

/// Words with one meaning after another; own knowledge of English.
const LISTS: &[(Role, &str)] = &[
    (
        Role::Kill,
        "killed kill kills killing slain murdered executed assassinated massacred beheaded martyred lynched slaughtered",
    ),
    (Role::NumberOpener, "tens several few half"),
    (Role::Die, "died die dies dying perished drowned drown"),
    (Role::Dead, "dead deceased"),
    (Role::Deaths, "deaths fatalities bodies corpses lives"),
    (
        Role::Wound,
        "wounded injured hurt wound wounding injuring wounds injures injure hospitalized hospitalised maimed",
    ),
    (Role::Arrest, "arrested detained arrest arresting detaining arrests detains jailed imprisoned"),
    (Role::Arrests, "arrests detentions detainees"),
    (Role::Missing, "missing unaccounted disappeared"),
    (Role::Displaced, "displaced evacuated homeless uprooted"),
    (Role::Be, "was were is are be been being has have had got get remain remained lay"),
    (
        Role::Preposition,
        "in on at by from of to for with near after before during since until under over outside inside within across \
         through against around between among behind between into onto toward towards amid as about above below along per plus out off down up than not \
         only altogether instead together via despite without",
    ),
    (Role::Determiner, "the a an his her its their our my your this that these those some any every each no another"),
    (Role::Conjunction, "and or but while when where as because after before although though which who whom that"),
    (Role::Pronoun, "he she it they we i you him her them us himself themselves"),
    (
        Role::Between,
        "also reportedly later then already allegedly now all either both first seriously critically badly severely \
         lightly slightly fatally immediately since being still confirmed reported believed feared thought to have be",
    ),
    (
        Role::People,
        "people persons person men women man woman children child civilians civilian protesters protester protestors \
         demonstrators soldiers soldier officers officer policemen militants militant gunmen fighters fighter others \
         residents passengers workers migrants refugees students worshippers villagers victims troops activists \
         journalists hostages prisoners suspects police rebels marines sailors crew tourists miners boys girls boy girl \
         pilgrims firefighters guards inmates patients employees attackers rioters shoppers bystanders commuters \
         farmers lawmakers fans babies infants teenagers teens youths pedestrians paramedics medics doctors nurses \
         teachers supporters followers members adults",
    ),
    (
        Role::Time,
        "years year months month weeks week days day hours hour minutes minute seconds decades decade centuries century \
         times time nights night occasions seasons season",
    ),
    (
        Role::Length,
        "miles mile kilometres kilometers km kilometer kilometre metres meters meter metre feet foot inches inch yards \
         acres hectares degrees tons tonnes pounds kilograms kg gallons litres liters barrels mph kph",
    ),
    (
        Role::Money,
        "dollars dollar euros euro pounds pence cents yen rupees rubles roubles dinars francs shekels pesos lira",
    ),
    (Role::Percent, "percent percentage pct"),
    (
        Role::PlaceNoun,
        "city town village province governorate district region state county capital neighborhood neighbourhood suburb \
         island port area municipality prefecture country borough camp valley republic street square avenue road bridge \
         airport river lake mountain mountains park bay coast mosque prison hospital university border strip",
    ),
    (
        Role::PlaceWord,
        "central southern northern eastern western northeastern northwestern southeastern southwestern upper lower \
         downtown rural greater south north east west nearby coastal main old outskirts heart suburbs suburban of the city \
         streets holy port area part parts",
    ),
    (Role::PlacePreposition, "in near at outside around across from inside throughout"),
    (
        Role::Body,
        "party ministry council committee university department agency association organization organisation union \
         force forces army navy guard guards corps brigade brigades police court bank company group corporation inc ltd \
         institute foundation center centre news times post press tribune herald journal guardian tv radio network \
         senate house congress parliament government administration office bureau commission authority board movement \
         front coalition alliance league club team school college church hospital service services fund federation act \
         bill amendment war treaty day week street square avenue road bridge airport river lake mountain park county \
         state city province district island islands republic kingdom states nations international national federal \
         united supreme democratic republican conservative labour labor liberal street tower hotel stadium campaign \
         award awards prize championship cup olympics games festival museum theatre theater",
    ),
    (Role::Title, crate::list!("ling/data/titles.txt")),
    (
        Role::Title,
        "vice prime sayyed sayyid grand director spokesman spokeswoman spokesperson attorney foreign defence \
         defense interior mp former advisor adviser leader activist analyst cleric",
    ),
    (Role::Particle, "bin ibn van von der den de da di del la le abu al el ben ter dos du st"),
    (Role::Telling, "according said says reported reporting reports told announced statement confirmed"),
    (
        Role::Cue,
        "according held put puts based poll polls survey surveys if whether : per advocate critic critics defender case \
         opponent opponents proponent supporter supporters",
    ),
    (Role::Bound, "least most than"),
    (
        Role::English,
        "the of and to that for it with by from are were she they his has said this not who he you but have will at",
    ),
    (
        Role::Foreign,
        "das den dem des und ist nicht ein eine mit zu sich auf wurde wird nach aus bei auch het een niet met voor \
         zijn dat wie op te en er ook maar nog les et est pour que une un dans qui sur au aux par pas sont ce plus ont \
         por con una se su hay lo il che della non gli per sono alla ha os um uma em ao och att det som av til og ikke \
         jeg nie na do jest si z je",
    ),
    (Role::OfNames, "de der van la le el del da du von las los"),
    (Role::Reporting, "reporting"),
    (Role::Family, "family families clan tribe brothers sisters siblings household sons parents"),
    (
        Role::Opener,
        "the a an in on at by from of to for with after before during since until under over as he she it they we i you \
         his her its their our my your this that these those there here what when where why how who which while but and \
         or if so not no yes now then also still yet even just only all some many most more few several both each every \
         another other one two three four five six seven eight nine ten first last next however although though because \
         earlier later today yesterday tomorrow tonight according meanwhile despite instead perhaps maybe is are was were \
         do does did can could will would should may might must have has had let asked following about against among \
         between through without within amid once such like unlike than well back police officials people analysts \
         critics reports local additionally moreover furthermore nevertheless finally thousands hundreds dozens sources",
    ),
];

const FIRST_NAMES: [(Role, &str); 3] = [
    (Role::ManName, crate::list!("ling/data/names_men.txt")),
    (Role::WomanName, crate::list!("ling/data/names_women.txt")),
    (Role::FirstName, crate::list!("ling/data/names_either.txt")),
];

const NUMBERS: &[(&str, f64)] = &[
    ("zero", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

const MULTIPLIERS: &[(&str, f64)] = &[
    ("dozen", 12.0),
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("m", 1e6),
    ("mn", 1e6),
    ("bn", 1e9),
    ("tn", 1e12),
];

const VAGUE: &[(&str, f64)] =
    &[("dozens", 12.0), ("scores", 20.0), ("hundreds", 1e2), ("thousands", 1e3), ("millions", 1e6), ("billions", 1e9)];

const MONTHS: &[&str] = &[
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
];

const WEEKDAYS: &[&str] = &[
    "monday mon",
    "tuesday tue tues",
    "wednesday wed",
    "thursday thu thur thurs",
    "friday fri",
    "saturday sat",
    "sunday sun",
];

/// Adds the words of all lists to the lexicon.
pub(super) fn add(words: &mut Making) {
    let mut add = |list: &str, roles: &[Role], value: f64| {
        let roles = roles.iter().fold(0, |all, &it| all | 1 << it as u32);
        words.add_all(list, Entry { fact: FactWord { roles, value }, ..Entry::default() });
    };
    for &(role, list) in LISTS {
        add(list, &[role], 0.0);
    }
    for (role, list) in FIRST_NAMES {
        add(list, &[Role::FirstName, role], 0.0);
    }
    for (role, list) in [(Role::Cardinal, NUMBERS), (Role::Multiplier, MULTIPLIERS), (Role::Vague, VAGUE)] {
        list.iter().for_each(|&(word, value)| add(word, &[role], value));
    }
    for (role, list, first) in [(Role::Month, MONTHS, 1.0), (Role::Weekday, WEEKDAYS, 0.0)] {
        for (value, forms) in (0_u8..).zip(list) {
            add(forms, &[role], first + f64::from(value));
        }
    }
}

/// Whether a word is a first name of women, or of men; `None` where it may be either’s.
pub(super) fn is_of_woman(word: &Word) -> Option<bool> {
    let [is_woman, is_man] = [Role::WomanName, Role::ManName].map(|it| word.roles & 1 << it as u32 != 0);
    (is_woman || is_man).then_some(is_woman)
}

/// Whether a figure, a date or a place may begin with the word, as far as the lists know and its letters tell.
pub(super) fn begins(word: &Word) -> bool {
    const BEGINNERS: u64 =
        VALUED | 1 << Role::NumberOpener as u32 | 1 << Role::PlacePreposition as u32 | 1 << Role::Joined as u32;
    word.roles & BEGINNERS != 0
}

/// What a word does; its value is looked up where it has one.
pub(super) fn of(word: &Word) -> FactWord {
    if word.roles & VALUED != 0 { fact_word(word.key) } else { FactWord { roles: word.roles, value: 0.0 } }
}

/// Looks a word up by its [`key`](super::key).
pub(super) fn fact_word(key: u64) -> FactWord {
    lexicon::look_up(key).fact
}
