"""What the server answers: pages, texts, drawings, prints, the comparison."""

import re

import pytest
from tests.serve.conftest import Served

from reise.pipeline import tell
from reise.problems import SORTS, said
from reise.resources import toml

UNG_MOR = "/journeys/ung-mor.yaml"


def _save(served: Served, text: str, mark: str, name: str = "ung-mor.yaml") -> tuple[int, dict[str, str]]:
    answer = served.client.put(
        f"/journeys/{name}/text", content=text.encode(), headers={"if-match": f'"{mark}"'}
    )
    return answer.status_code, answer.json() if answer.content else {}


def test_the_list_has_every_journey_with_its_map_and_problems(served: Served) -> None:
    (served.place / "feil.yaml").write_text("reise: 1\ntittel: To feil\nfarge: blå\n", encoding="utf-8")
    text = served.client.get("/").text
    assert re.findall(r'data-name="([^"]+)"', text) == ["feil.yaml", "jenta-i-kantina.yaml", "ung-mor.yaml"]
    assert text.count("<iframe") == 2
    count = len(tell(served.place / "feil.yaml").problems)
    assert f">{count} feil<" in text
    assert text.count(">Ingen feil<") == 2


def test_an_empty_folder_says_how_to_begin(served: Served) -> None:
    for path in served.place.glob("*.yaml"):
        path.unlink()
    assert "reise new" in served.client.get("/").text


def test_a_drawing_is_the_map_and_no_problems(served: Served) -> None:
    text = (served.place / "ung-mor.yaml").read_bytes()
    made = served.client.post(f"{UNG_MOR}/drawing", content=text).json()
    assert made["problems"] == []
    assert (made["map"]["sheets"], made["map"]["width"], made["map"]["height"]) == (1, 420, 297)
    drawn = served.client.get(f"/maps/{made['map']['key']}").text
    assert "Tvangsinnleggelse" in drawn
    assert "base64,AAEAAA" not in drawn, "no fonts each time"
    assert drawn == served.client.get(f"{UNG_MOR}/map").text


def test_problems_have_the_words_and_places_of_check(served: Served) -> None:
    path = served.place / "feil.yaml"
    path.write_text("reise: 1\ntittel: T\nfarge: blå\nhendelser:\n  - milepel: A\n", encoding="utf-8")
    made = served.client.post("/journeys/feil.yaml/drawing", content=path.read_bytes()).json()
    assert made["map"] is None
    expected = [
        (each.code, each.span.line if each.span else 0, said(each, "fact", "nb"), said(each, "hint", "nb"))
        for each in tell(path).problems
    ]
    assert expected
    assert [(each["code"], each["line"], each["fact"], each["hint"]) for each in made["problems"]] == expected


def test_a_withdrawn_journey_is_not_drawn(served: Served) -> None:
    text = (served.place / "ung-mor.yaml").read_text(encoding="utf-8")
    withdrawn = text.replace("status: godkjent", "status: trukket").encode()
    made = served.client.post(f"{UNG_MOR}/drawing", content=withdrawn).json()
    assert made["map"] is None
    assert "R401" in [each["code"] for each in made["problems"]]


def test_the_collection_is_read_again_when_it_changes(served: Served) -> None:
    assert "Har noen gjort noe" in served.client.get(f"{UNG_MOR}/map").text
    path = served.place / "samling.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Har noen gjort noe", "Hvem har"), encoding="utf-8"
    )
    served.answers._studio.forget()
    assert "Hvem har" in served.client.get(f"{UNG_MOR}/map").text


def test_saving_and_a_conflict(served: Served) -> None:
    path, mark = served.place / "ung-mor.yaml", served.mark("ung-mor.yaml")
    before = path.read_text(encoding="utf-8")
    assert served.client.put(f"{UNG_MOR}/text", content=b"x").status_code == 428
    status, saved = _save(served, before + "# mer\n", mark)
    assert (status, path.read_text(encoding="utf-8")) == (200, before + "# mer\n")
    path.write_text("noe annet\n", encoding="utf-8")
    status, theirs = _save(served, "mitt\n", saved["mark"])
    assert (status, theirs["text"]) == (409, "noe annet\n")
    assert path.read_text(encoding="utf-8") == "noe annet\n"
    status, _ = _save(served, "mitt\n", theirs["mark"])
    assert (status, path.read_text(encoding="utf-8")) == (200, "mitt\n")
    kept = served.client.get(f"{UNG_MOR}/versions").json()
    texts = [served.client.get(f"{UNG_MOR}/versions/{each['number']}").text for each in kept]
    assert texts == ["noe annet\n", before]
    assert served.client.get(f"{UNG_MOR}/versions/99").status_code == 404


def test_what_is_not_utf8_is_not_saved(served: Served) -> None:
    headers = {"if-match": served.mark("ung-mor.yaml")}
    assert served.client.put(f"{UNG_MOR}/text", content=b"\xe6", headers=headers).status_code == 400


def test_prints(served: Served) -> None:
    text = (served.place / "ung-mor.yaml").read_bytes()
    key = served.client.post(f"{UNG_MOR}/drawing", content=text).json()["map"]["key"]
    made = served.client.get(f"/maps/{key}/1.pdf")
    assert made.content.startswith(b"%PDF-")
    assert "ung-mor.pdf" in made.headers["content-disposition"]
    assert served.client.get(f"/maps/{key}/1.png").content.startswith(b"\x89PNG")
    for bad in ("2.png", "0.png", "1.exe"):
        assert served.client.get(f"/maps/{key}/{bad}").status_code == 404
    assert served.client.get("/maps/unknown/1.pdf").status_code == 404


def test_the_comparison(served: Served) -> None:
    page = served.client.get("/compare").text
    assert "2 reiser sammenlignet." in page
    [frame] = re.findall(r'<iframe id="report" src="([^"]+)"', page)
    report = served.client.get(frame).text
    assert "Jenta i kantina" in report
    assert "Ung mor" in report
    assert 'value="last" selected' in served.client.get("/compare?align=last").text
    assert toml("locale/serve.nb.toml")["bad_align"] in served.client.get("/compare?align=wrong").text
    assert served.client.get("/compare/report?align=wrong").status_code == 404
    (served.place / "feil.yaml").write_text("reise: 1\n", encoding="utf-8")
    page = served.client.get("/compare").text
    assert toml("locale/serve.nb.toml")["not_compared"] in page
    assert "feil.yaml" in page
    assert str(served.place) not in page


def test_fonts_are_remembered_and_journeys_are_not(served: Served) -> None:
    assert "max-age=31536000" in served.client.get("/fonts/Regular.ttf").headers["cache-control"]
    assert served.client.get(f"{UNG_MOR}/map").headers["cache-control"] == "no-store"


@pytest.mark.parametrize("other", ["nn", "en"])
def test_labels_are_the_same_with_the_same_gaps_in_every_language(other: str) -> None:
    def shape(name: str) -> dict[str, list[str]]:
        words = toml(f"locale/serve.{name}.toml")
        flat = words | {f"script.{each}": text for each, text in words["script"].items()}
        return {
            key: sorted(re.findall(r"{(\w+)}", text)) for key, text in flat.items() if isinstance(text, str)
        }

    assert shape(other) == shape("nb")
    assert list(shape(other)) == list(shape("nb"))


def test_every_label_is_used(served: Served) -> None:
    from reise.resources import templates

    told = "".join(path.read_text(encoding="utf-8") for path in sorted((templates() / "serve").iterdir()))
    words = toml("locale/serve.nb.toml")
    asked = set(re.findall(r"words\.(\w+)", told)) | {"not_found"}
    asked |= set(SORTS)
    asked |= {f"align_{each}" for each in ("first-up", "first-down", "last", "start")}
    assert {*words, *words["script"]} - {"script", "phrases"} - asked == set()
