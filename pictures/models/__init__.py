from pictures.models.former_file import FormerFile
from pictures.models.picture import Picture, original_name
from pictures.models.record import Record
from pictures.models.source_type import SourceType
from pictures.models.topic import PictureTopic
from pictures.models.words import PictureWords

__all__ = ["FormerFile", "Picture", "PictureTopic", "PictureWords", "Record", "SourceType", "original_name"]
