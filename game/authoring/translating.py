"""`plenipo i18n`: a catalogue of what is to be translated, kept in step with the scenario, and how far it has come."""

from pathlib import Path
from typing import TextIO

import polib
from attrs import frozen

from game.content import find
from game.content.folder import read_folder
from game.content.translation import Phrase, phrases
from game.engine.errors import GameError

FUZZY = "fuzzy"
"""How gettext calls a translation of a text that has changed since."""


@frozen
class Progress:
    """How far one language has come."""

    language: str
    done: int
    missing: int
    stale: int
    """Translations of texts that have changed since: they are not shown before somebody has looked them over."""
    gone: int
    """Translations of texts that are not there any more."""


def extract(place: str, language: str, out: TextIO) -> int:
    """Write `i18n/LANGUAGE.po` of a scenario anew, keeping what is translated; returns the exit code, 0.

    Raises ScenarioError for a scenario that is not found, GameError for a language that cannot be a file's name.
    """
    if not language.replace("-", "").replace("_", "").isalnum() or not language.isascii():
        raise GameError(f"'{language}' is no language: write its code, such as de, zh or pt-BR")
    folder = find(place)
    path = folder / "i18n" / f"{language}.po"
    path.parent.mkdir(exist_ok=True)
    catalogue = renewed(list(phrases(read_folder(folder))), _read(path), folder, language)
    catalogue.save(str(path))
    out.write(f"{_told(progress_of(catalogue, language))}; the catalogue is {path}\n")
    return 0


def status(place: str, out: TextIO) -> int:
    """Print how far every language of a scenario has come; returns the exit code: 1 when something is missing."""
    folder = find(place)
    found = sorted((folder / "i18n").glob("*.po"))
    texts = list(phrases(read_folder(folder)))
    complete = True
    for path in found:
        progress = progress_of(renewed(texts, _read(path), folder, path.stem), path.stem)
        complete = complete and not progress.missing and not progress.stale
        out.write(f"{_told(progress)}\n")
    if not found:
        out.write(f"not translated yet: plenipo i18n extract {place} LANGUAGE begins a catalogue\n")
    return int(not complete)


def renewed(texts: list[Phrase], old: polib.POFile, folder: Path, language: str) -> polib.POFile:
    """A catalogue of *texts* with what *old* has of them; what has changed is marked, what is gone is kept aside."""
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {"Language": language, "Content-Type": "text/plain; charset=utf-8", "MIME-Version": "1.0"}
    known = {each.msgctxt: each for each in old if each.msgctxt}
    for phrase in texts:
        catalogue.append(_entry(phrase, known.pop(phrase.context, None), folder))
    for left in known.values():
        if left.msgstr:
            catalogue.append(polib.POEntry(msgctxt=left.msgctxt, msgid=left.msgid, msgstr=left.msgstr, obsolete=True))
    return catalogue


def _entry(phrase: Phrase, old: polib.POEntry | None, folder: Path) -> polib.POEntry:
    path = Path(phrase.place.path)
    shown = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
    entry = polib.POEntry(msgctxt=phrase.context, msgid=phrase.text, occurrences=[(shown, str(phrase.place.line))])
    if old is None or not old.msgstr:
        return entry
    entry.msgstr = old.msgstr
    if old.msgid != phrase.text or FUZZY in old.flags:
        entry.flags = [FUZZY]
        entry.previous_msgid = old.previous_msgid or old.msgid if old.msgid == phrase.text else old.msgid
    return entry


def progress_of(catalogue: polib.POFile, language: str) -> Progress:
    kept = [each for each in catalogue if not each.obsolete]
    stale = [each for each in kept if FUZZY in each.flags]
    missing = [each for each in kept if not each.msgstr]
    gone = len(catalogue.obsolete_entries())
    return Progress(language, len(kept) - len(stale) - len(missing), len(missing), len(stale), gone)


def _told(progress: Progress) -> str:
    return (
        f"{progress.language}: {progress.done} translated, {progress.missing} missing, {progress.stale} stale, "
        f"{progress.gone} no longer used"
    )


def _read(path: Path) -> polib.POFile:
    if not path.is_file():
        return polib.POFile()
    try:
        return polib.pofile(str(path), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GameError(f"{path} is no catalogue of translations: {str(error).splitlines()[0]}") from None
