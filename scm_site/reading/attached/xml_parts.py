"""XML inside of documents, read by libxml2 with all that is dangerous switched off."""

from lxml import etree

from scm_site.reading.attached.faults import BrokenError
from scm_site.reading.quoting import quote_value

#: What documents are written in; anything else may be read otherwise by the program of who opens it.
_ENCODINGS = ("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII", "ISO-8859-1")


def parse_part(name: str, content: bytes, *, mends: bool = False) -> etree._Element:
    """Read the XML of a part, and with `mends` also such as is not quite XML; raises BrokenError.

    Nothing is fetched, no entity is unfolded, and none may be declared.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=mends)
    try:
        root = etree.fromstring(content, parser)
        info = root.getroottree().docinfo
        fits = (info.encoding or "UTF-8").upper() in _ENCODINGS
        if fits and not (info.internalDTD is not None and list(info.internalDTD.iterentities())):
            return root
    except (etree.LxmlError, ValueError, AttributeError, LookupError):
        pass
    raise BrokenError(f"{quote_value(name)} in it cannot be read")


def list_elements(root: etree._Element) -> list[etree._Element]:
    """Give the elements below and with a root, without comments; a list, so that they may be taken out meanwhile."""
    return list(root.iter("*"))


def find_name(tag: str) -> tuple[str, str]:
    """Give the namespace and the local name of a tag or attribute."""
    space, _, local = tag.rpartition("}")
    return space.removeprefix("{"), local


def remove(element: etree._Element) -> None:
    """Take an element out with all in it, and the list that is then empty; what stands behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    _keep_text(element, element.tail or "")
    parent.remove(element)
    if not len(parent) and find_name(parent.tag)[1].endswith("s"):
        remove(parent)


def unwrap(element: etree._Element) -> None:
    """Take an element out and leave what is in it."""
    parent = element.getparent()
    if parent is None:
        return
    if not len(element):
        _keep_text(element, (element.text or "") + (element.tail or ""))
    else:
        _keep_text(element, element.text or "")
        element[-1].tail = (element[-1].tail or "") + (element.tail or "")
    place = parent.index(element)
    parent[place : place + 1] = list(element)


def _keep_text(element: etree._Element, text: str) -> None:
    """Put a text where an element stands that will go."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text
    element.tail = None
