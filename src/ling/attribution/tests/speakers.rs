//! Who speaks, where something stands between the speaker and the verb or around them.

use super::check;

#[test]
fn an_aside_that_says_why() {
    check(
        "A guard, speaking on condition of anonymity because he was not allowed to talk, said Velia would win.",
        "A guard | said | Velia would win.",
    );
    check(
        "Two clerks, waiting in line because of the strike, said Lyria would win.",
        "Two clerks | said | Lyria would win.",
    );
    check("A clerk, yawning as she sat down, said Ann Lee had left.", "A clerk | said | Ann Lee had left.");
}

#[test]
fn there_is_nobody() {
    check("There are claims that the road was sold.", " | are claims | that the road was sold.");
    check("There were reports that the road was sold.", " | were reports | that the road was sold.");
}
