from django.db import models
from django.utils.translation import gettext

SCHEME = "http://cv.iptc.org/newscodes/digitalsourcetype/"


class SourceType(models.TextChoices):
    """How a picture came to be: IPTC's NewsCodes for the digital source type, of September 2024."""

    CAPTURE = "digitalCapture", "Photograph"
    COMPUTATIONAL_CAPTURE = "computationalCapture", "Photograph merged from several frames by the camera"
    NEGATIVE_FILM = "negativeFilm", "Scan of a negative"
    POSITIVE_FILM = "positiveFilm", "Scan of a slide"
    PRINT = "print", "Scan of a print"
    HUMAN_EDITS = "humanEdits", "Changed by hand, without AI"
    ENHANCED = "algorithmicallyEnhanced", "Sharpened or denoised by a program"
    CREATION = "digitalCreation", "Drawn on a computer"
    DATA_DRIVEN = "dataDrivenMedia", "Chart or map made from data"
    ALGORITHMIC = "algorithmicMedia", "Made by a program that learned from no pictures"
    SCREEN_CAPTURE = "screenCapture", "Screenshot"
    VIRTUAL_RECORDING = "virtualRecording", "Recording of a virtual world"
    COMPOSITE = "composite", "Composite"
    COMPOSITE_CAPTURE = "compositeCapture", "Composite of photographs"
    AI = "trainedAlgorithmicMedia", "Made with AI"
    AI_EDITS = "compositeWithTrainedAlgorithmicMedia", "Photograph changed with AI"
    AI_COMPOSITE = "compositeSynthetic", "Composite with parts made by AI"

    @property
    def address(self):
        """The code as other systems write it."""
        return f"{SCHEME}{self.value}"

    @property
    def is_ai(self):
        return self in {self.AI, self.AI_EDITS, self.AI_COMPOSITE}

    @property
    def is_composite(self):
        return self in {self.COMPOSITE, self.COMPOSITE_CAPTURE, self.AI_COMPOSITE}

    @property
    def said_to_readers(self):
        """What must stand beside the picture, or nothing: it is what it seems to be."""
        match self:
            case self.AI:
                return gettext("Made with AI")
            case self.AI_EDITS:
                return gettext("Changed with AI")
            case self.AI_COMPOSITE:
                return gettext("Composite made with AI")
            case self.COMPOSITE | self.COMPOSITE_CAPTURE:
                return gettext("Composite")
        return ""

    @classmethod
    def labelled(cls):
        """Those that readers are told about."""
        return [each for each in cls if each.is_ai or each.is_composite]

    @classmethod
    def coded(cls, text):
        """The one that a code, its address or a retired code means (“…/digitalsourcetype/print”), or None."""
        code = text.strip().rstrip("/").rpartition("/")[2].rpartition(":")[2]
        return cls._value2member_map_.get(RETIRED.get(code, code))


RETIRED = {
    "minorHumanEdits": SourceType.HUMAN_EDITS.value,
    "softwareImage": SourceType.CREATION.value,
    "digitalArt": SourceType.CREATION.value,
}
