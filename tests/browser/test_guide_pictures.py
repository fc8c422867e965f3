"""The pictures of the guides show what the pages say now: each scene is played, and its words are compared."""

import pytest
from playwright.sync_api import Browser

from docs.pictures.guide_scenes import RETAKE, WORDS, Scene, read_scene, read_told, show_scene
from docs.pictures.scenes import SCENES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow(
        "plays the scene of every picture of the guides on the site of the whole worked example"
    ),
]

TOLD = read_told(WORDS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_picture_is_not_out_of_date(browser: Browser, demo_home: str, scene: Scene) -> None:
    page = show_scene(browser, demo_home, scene)
    try:
        assert read_scene(page, scene) == TOLD[scene.name], RETAKE
    finally:
        page.context.close()
