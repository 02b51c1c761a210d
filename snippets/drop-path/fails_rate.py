from drop_path import DropPath

layer = DropPath(rate=20)
