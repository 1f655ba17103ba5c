"""The schemas that editors complete and underline with: current, true to the shipped files, and of use."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from game.content.schema import FILES, schema_of
from tools.write_schemas import FOLDER, written

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"


class Words(yaml.SafeLoader):
    """Reads dates as words, as editors' YAML 1.2 does."""


Words.yaml_implicit_resolvers = {
    first: [each for each in resolvers if each[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def kind_of(path: Path) -> str:
    return path.parent.name if path.parent.name in FILES else path.stem


SHIPPED = [path for path in sorted(SCENARIOS.glob("*/**/*.yaml")) if kind_of(path) in FILES]


@pytest.mark.parametrize("kind", FILES)
def test_the_schema_on_disk_is_the_one_the_classes_make(kind):
    Draft7Validator.check_schema(schema_of(kind))

    assert (FOLDER / f"{kind}.json").read_text(encoding="utf-8") == written(kind)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(SCENARIOS).as_posix())
def test_a_shipped_file_fits_its_schema(path):
    value = yaml.load(path.read_text(encoding="utf-8"), Loader=Words)
    schema = json.loads((FOLDER / f"{kind_of(path)}.json").read_text(encoding="utf-8"))

    assert [each.message for each in Draft7Validator(schema).iter_errors(value)] == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("title: The spring fair", "titel: The spring fair", "titel"), ("certain: true", "certain: maybe", "maybe")],
)
def test_a_slip_is_underlined(old, new, said):
    text = (SCENARIOS / "two-villages" / "events" / "months.yaml").read_text(encoding="utf-8")
    assert old in text

    errors = Draft7Validator(schema_of("events")).iter_errors(yaml.load(text.replace(old, new), Loader=Words))

    assert any(said in each.message for each in errors)


def test_an_editor_can_show_what_a_field_means():
    described = schema_of("events")["definitions"]["Card"]["properties"]["weight"]["description"]

    assert described.startswith("How likely it is beside the other cards")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(SCENARIOS).as_posix())
def test_a_shipped_file_names_its_schema(path):
    sign, named = path.read_text(encoding="utf-8").splitlines()[0].split("=")

    assert sign == "# yaml-language-server: $schema"
    assert (path.parent / named).resolve() == FOLDER / f"{kind_of(path)}.json"
