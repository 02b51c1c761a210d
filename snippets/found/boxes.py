import keras
from keras import ops


def batch(array):
    boxes = {"boxes": array((3, 4)), "labels": array((3,), dtype="int32")}
    return {"images": array((8, 8, 3)), "bounding_boxes": boxes}


first = keras.layers.MaxNumBoundingBoxes(2, bounding_box_format="xyxy")
announced = first(batch(keras.Input))
answer = first(batch(lambda shape, dtype=None: ops.ones((1, *shape), dtype)))
print(f"{announced['bounding_boxes']['labels'].dtype = }")
print(f"{answer['bounding_boxes']['labels'].dtype.name = }")
