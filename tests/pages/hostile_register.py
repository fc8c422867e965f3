"""The example register with texts that try to get out of theirs, in every field that takes free text."""

import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from zlib import crc32

import yaml

from scm_site.locations import find_schemas
from scm_site.reading import ParsedFile, read_content
from scm_site.records.schemas import Schema, Schemas, load_schemas
from tests.built_sites import EXAMPLE, make_project

#: Each would run, load or break something where it is taken for more than text.
HOSTILE = (
    "</title><script>alert(1)</script>",
    "\"><img src=x onerror=alert(2)>'",
    "{{ 7 * 7 {% raw %}{# x #}${7*7} #}",
    "[x](javascript:alert(3)) ![y](data:text/html,z)",
    "--- &lt;script&gt;alert(4)&lt;/script&gt; -->",
    "]]> </textarea></style></pre></main><h1>Not a heading</h1>",
    "<base href=//evil.example><meta http-equiv=refresh content=0>",
    "<svg/onload=alert(5)><iframe srcdoc=x></iframe><!-- ",
    "title: <b>no</b> # \\u003cscript\\u003e %3Cscript%3E Ünïcödé Ελλάδα 👩‍💻",
)
#: A query that would leave its attribute if it were not escaped, or become an address of its own.
HOSTILE_QUERY = "?a=1&lt;=2&quot=%22%3E%3Cscript%3Ealert(6)%3C/script%3E&to=javascript:alert(7)"

#: Markdown that the checks let pass, because all of it can only be text.
HOSTILE_BODY = """\
Title: not metadata
Template: sitemap.xml

## &lt;script&gt;alert(8)&lt;/script&gt; & `<img src=x onerror=alert(9)>` {: onclick=alert(10) }

Text with `</article></main><script>alert(11)</script>`, &#106;avascript:alert(12), {{ 7 * 7 {% raw %},
]]> --> and [a link](https://example.org/?q=%22%3E%3Cscript%3E&lt=1 "a title &quot; onmouseover=alert(13)").

## __search

| `<b>` | &lt;i&gt; |
|---|---|
| {.x onclick=alert(14)} | `<svg onload=alert(15)>` |

!!! note "&lt;b&gt;"
    &lt;script&gt;alert(16)&lt;/script&gt; /// html | script

```html onload=alert(17)
</code></pre><script>alert(18)</script>

</textarea><iframe src="javascript:alert(19)"></iframe>
```

* [ ] :smile: [^1] ==mark== H~2~O <https://example.org/?x=%3Cscript%3E>

[^1]: a note &lt;script&gt;alert(20)&lt;/script&gt;
"""

SCHEMAS = load_schemas(find_schemas())
SHARED = SCHEMAS.documents["shared"]["$defs"]
LINE, PARAGRAPHS, ADDRESS = (SHARED[name]["pattern"] for name in ("line", "paragraphs", "address"))
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

#: Acts of the kinds that the first groups of the example do not have, and a meeting with some.
ACTS = Path(__file__).parent / "hostile_acts"

#: What other parts of the site are addressed by.
KEPT = {("site", "address"), ("repository", "address"), ("repository", "branch")}


def make_hostile_register(root: Path) -> Path:
    """Write the register into `root/content`."""
    shutil.copytree(EXAMPLE, root / "content")
    shutil.copytree(ACTS, root / "content/groups/warm-homes", dirs_exist_ok=True)
    for file in read_content(root).files:
        (root / file.path).write_text(write_hostile(file), encoding="utf-8")
    return root


def write_hostile(file: ParsedFile) -> str:
    """Give a record's text with every free text made hostile."""
    changed = change(file.data, SCHEMAS.documents[file.kind], SCHEMAS, ())
    fields = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False, width=10_000)
    if not file.path.endswith(".md"):
        return fields
    return f"---\n{fields}---\n{file.body}\n" + (HOSTILE_BODY if file.body else "")


def change(value: object, schema: Schema, schemas: Schemas, path: tuple[str, ...]) -> object:
    """Make a value hostile, as far as its schema allows."""
    shapes = list(list_shapes(schema, schemas))
    if isinstance(value, dict):
        parts = {name: part for shape in shapes for name, part in shape.get("properties", {}).items()}
        return {
            name: change(part, parts.get(name, {}), schemas, (*path, name)) for name, part in value.items()
        }
    if isinstance(value, list):
        items: Schema = next((shape["items"] for shape in shapes if "items" in shape), {})
        return [change(part, items, schemas, path) for part in value]
    if isinstance(value, Decimal):
        return float(value)  # which PyYAML writes as the same digits
    return change_text(value, shapes) if isinstance(value, str) and path not in KEPT else value


def list_shapes(schema: Schema, schemas: Schemas) -> Iterator[Schema]:
    """Give every shape that a value may have by its schema."""
    flat = schemas.flatten(schema)
    yield flat
    for choice in flat.get("anyOf") or flat.get("oneOf") or ():
        yield from list_shapes(choice, schemas)


def change_text(text: str, shapes: list[Schema]) -> str:
    """Put something hostile before a text; the same text changes in the same way, so that records still agree."""
    patterns = {shape.get("pattern") for shape in shapes}
    longest = max((shape.get("maxLength", 0) for shape in shapes), default=0)
    if any("enum" in shape or shape.get("format") for shape in shapes) or DATE.fullmatch(text):
        return text
    if ADDRESS in patterns:
        return text + ("" if "?" in text or text.count("/") < 3 else HOSTILE_QUERY)
    if not patterns & {LINE, PARAGRAPHS}:
        return text
    hostile = HOSTILE[crc32(text.encode()) % len(HOSTILE)]
    return f"{hostile} {text}"[: longest or None].strip()


def make_hostile_project(folder: Path) -> Path:
    """Lay out such a register with what MkDocs makes a site from."""
    register = make_hostile_register(folder.with_name("hostile"))
    return make_project(folder, register / "content")
