"""A reader on a slow line, before the pictures are there: each has its colour, on which its text can be read."""

CONTRASTS = """() => {
  const luminance = (channels) => channels
    .map((value) => value / 255)
    .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
  const digits = [..."0123456789abcdef"];
  return digits.flatMap((r) => digits.flatMap((g) => digits.map((b) => {
    const picture = document.createElement("picture");
    picture.className = `picture r${r} g${g} b${b}`;
    picture.append(document.createElement("img"));
    document.body.append(picture);
    const style = getComputedStyle(picture.firstChild);
    const ground = style.backgroundColor.match(/[\\d.]+/g).map(Number);
    const meant = [r, g, b].map((digit) => 17 * parseInt(digit, 16));
    const ink = Number(style.color.match(/^oklch\\(([\\d.]+) 0 0\\)$/)[1]);
    const [dark, light] = [luminance(ground), ink].sort((one, other) => one - other);
    picture.remove();
    return { right: ground.join() === meant.join(), contrast: (light + 0.05) / (dark + 0.05) };
  })));
}"""


def test_on_every_colour_its_text_can_be_read(open_browser, make_story):
    page = open_browser()
    page.goto(make_story().get_absolute_url())
    seen = page.evaluate(CONTRASTS)
    assert len(seen) == 4096
    assert all(each["right"] for each in seen)
    assert min(each["contrast"] for each in seen) >= 4.5


def test_a_picture_without_a_known_colour_stands_on_that_of_the_paper(open_browser, make_story):
    page = open_browser()
    page.goto(make_story().get_absolute_url())
    ground = page.evaluate(
        """() => {
            document.body.insertAdjacentHTML("beforeend", '<picture class="picture"><img alt="A pier"></picture>');
            const style = getComputedStyle(document.body.lastChild.firstChild);
            return [style.backgroundColor, style.color === getComputedStyle(document.body).color];
        }"""
    )
    assert ground == ["rgb(245, 242, 235)", True]
