//! A key under a passphrase: AES-GCM, with a key derived by PBKDF2.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::lesson::{Key, Marking};

/// Rounds of PBKDF2 with SHA-256: what OWASP asks for (Password Storage Cheat Sheet, 2023).
/// A guess costs some tenths of a second on a laptop; so does opening the key.
const ROUNDS: u32 = 600_000;

const SALT: usize = 16;
const IV: usize = 12;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues, catch)]
    fn random(bytes: &Uint8Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["crypto", "subtle"], js_name = importKey, catch)]
    fn import_key(
        form: &str,
        key: &Uint8Array,
        name: &str,
        extractable: bool,
        uses: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["crypto", "subtle"], js_name = deriveKey, catch)]
    fn derive_key(
        how: &JsValue,
        base: &JsValue,
        to: &JsValue,
        extractable: bool,
        uses: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["crypto", "subtle"], js_name = encrypt, catch)]
    fn encrypt(how: &JsValue, key: &JsValue, data: &Uint8Array) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["crypto", "subtle"], js_name = decrypt, catch)]
    fn decrypt(how: &JsValue, key: &JsValue, data: &Uint8Array) -> Result<Promise, JsValue>;
}

/// Enciphers a key; `None` where the browser has no ciphers for this page.
pub(super) async fn seal(marks: &[Marking], passphrase: &str) -> Option<Vec<u8>> {
    let chance = Uint8Array::new_with_length((SALT + IV) as u32);
    random(&chance).ok()?;
    let mut sealed = chance.to_vec();
    let (salt, iv) = sealed.split_at(SALT);
    let key = derive(passphrase, salt).await.ok()?;
    let data = Uint8Array::from(&*Key::pack(marks));
    let cipher = encrypt(&aes(iv), &key, &data).ok()?.await.ok()?;
    sealed.extend(Uint8Array::new(&cipher).to_vec());
    Some(sealed)
}

/// Opens a key, or says why it stays shut.
async fn open(sealed: &[u8], passphrase: &str) -> Result<Vec<Marking>, &'static str> {
    let (salt, rest) = sealed.split_at_checked(SALT).ok_or(NOT_OPENED)?;
    let key = derive(passphrase, salt).await.map_err(|_| NO_CIPHERS)?;
    unlock(rest, &key).await.ok_or(NOT_OPENED)
}

const NOT_OPENED: &str = "That is not the passphrase. Nothing of the key was read.";
const NO_CIPHERS: &str = "This browser has no ciphers for this page, so no passphrase opens the key here.";

async fn unlock(sealed: &[u8], key: &JsValue) -> Option<Vec<Marking>> {
    let (iv, cipher) = sealed.split_at_checked(IV)?;
    let plain = decrypt(&aes(iv), key, &Uint8Array::from(cipher)).ok()?.await.ok()?;
    Key::unpack(&Uint8Array::new(&plain).to_vec()).ok()
}

async fn derive(passphrase: &str, salt: &[u8]) -> Result<JsValue, JsValue> {
    let secret = Uint8Array::from(passphrase.as_bytes());
    let base = import_key("raw", &secret, "PBKDF2", false, &Array::of1(&"deriveKey".into()))?.await?;
    let how = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", ROUNDS.into()),
    ]);
    let to = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    derive_key(&how, &base, &to, false, &Array::of2(&"encrypt".into(), &"decrypt".into()))?.await
}

fn aes(iv: &[u8]) -> JsValue {
    object(&[("name", "AES-GCM".into()), ("iv", Uint8Array::from(iv).into())])
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object refuses no field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// Asks for the passphrase of a sealed key; `opened` gets its marks.
pub(super) fn opener(sealed: Vec<u8>, opened: impl Fn(Vec<Marking>) + Clone + 'static) -> AnyView {
    let (words, said) = (RwSignal::new(String::new()), RwSignal::new(""));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (sealed, opened, passphrase) = (sealed.clone(), opened.clone(), words.get_untracked());
        said.set("Opening…");
        js_sys::futures::spawn_local(async move {
            match open(&sealed, &passphrase).await {
                // Not where the screen was left meanwhile.
                Ok(marks) if said.try_set("").is_none() => opened(marks),
                Ok(_) => {}
                Err(why) => drop(said.try_set(why)),
            }
        });
    };
    view! {
        <form class="lock" on:submit=submit>
            <label class="field">
                "The key is sealed. Passphrase"
                <input
                    type="password"
                    autocomplete="off"
                    prop:value=move || words.get()
                    on:input=move |event| words.set(event_target_value(&event))
                />
            </label>
            <button type="submit" class="button">"Open the key"</button>
            <p class="hint" role="status">{move || said.get()}</p>
        </form>
    }
    .into_any()
}
