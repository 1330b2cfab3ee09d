from pictures.admin.picture import PictureAdmin

__all__ = ["PictureAdmin"]
