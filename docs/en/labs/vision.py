# ---
# menu: Vision transformer
# description: A lab that builds a small vision transformer in Keras from two layers of the recipes. Cut digits into patches, draw where attention looks, and take the positions away.
# ---

# %% [markdown]
# # A transformer looks at pictures { #vision }
#
# A transformer takes a sequence of vectors. A vision transformer cuts a picture into patches, and makes a vector of each. In this lab you build the model from two layers of the recipes, and draw where attention looks.
#
# Save [patches.py](../recipes/patches.py){ download }, the file of [the layer that makes vectors of patches](../patches.md), and [transformer_encoder.py](../recipes/transformer_encoder.py){ download }, that of [the encoder block](../transformer-encoder.md), beside the notebook.
#
# ## A picture is sixteen vectors { #data }
#
# A digit is eight pixels wide and eight high. A patch is two by two, so there are four across and four down.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, ops
from patches import PatchEncoder
from sklearn.datasets import load_digits
from transformer_encoder import TransformerEncoder

pixels, digits = load_digits(return_X_y=True)
pixels = (pixels / 16).reshape(-1, 8, 8, 1).astype("float32")
test, train = slice(0, 360), slice(360, None)

patches = PatchEncoder(patch=2, width=32)
print(f"{pixels[:1].shape = }, {tuple(patches(pixels[:1]).shape) = }")

# %% [markdown]
# ## A patch is four pixels { #cut }
#
# The layer's `cut()` method gives the patches as pixels. Draw them where they belong.

# %% alt="Sixteen small squares in four rows, with four pixels each. Seen together they show a zero."
cut = ops.convert_to_numpy(patches.cut(pixels[:1]))[0]
figure, axes = plt.subplots(4, 4, figsize=(3, 3))
for patch, axis in zip(cut, axes.flat):
    axis.imshow(patch.reshape(2, 2), vmin=0, vmax=1)
    axis.axis("off")
print(f"{cut.shape = }")

# %% [markdown]
# One `Dense` makes a vector of the four pixels. Then the layer adds another vector for each place. Those vectors are weights, too, and are learned.
#
# ## Two encoder blocks read digits { #model }
#
# The sixteen vectors pass through two blocks, and are averaged. The last `Dense` picks a digit from the average.

# %%
keras.utils.set_random_seed(0)
patches = PatchEncoder(patch=2, width=32)
encoder = TransformerEncoder(heads=4, hidden=64)
model = keras.Sequential([
    keras.Input((8, 8, 1)),
    patches,
    TransformerEncoder(heads=4, hidden=64),
    encoder,
    layers.LayerNormalization(),
    layers.GlobalAveragePooling1D(),
    layers.Dense(10, activation="softmax"),
])
model.compile(
    loss="sparse_categorical_crossentropy",
    optimizer=keras.optimizers.Adam(0.003),
    metrics=["accuracy"],
)
losses = model.fit(
    pixels[train], digits[train], batch_size=64, epochs=15, verbose=0
).history["loss"]
print([round(loss, 1) for loss in losses])
right = model.evaluate(pixels[test], digits[test], verbose=0)[1]
assert right > 0.85
print(f"{right = :.1f}")

# %% [markdown]
# The loss has fallen, and most pictures that the model never saw are right.
#
# ## Draw where attention looks { #seen }
#
# Ask the attention of the second block for its scores. They have four axes: the picture, the head, the patch that looks, and the patch looked at. The average over heads and looking patches leaves how much all of them look at each patch.

# %% alt="Five pictures of digits in the upper row; below each, a map of four by four cells. In the map of the zero one cell in the middle is the brightest, and each map has other bright cells."
before = keras.Sequential(model.layers[:2])
x = pixels[:5]
steps = encoder.before(before(x))
_, scores = encoder.attention(steps, steps, return_attention_scores=True)
print(f"{tuple(scores.shape) = }")
assert np.allclose(ops.sum(scores, axis=-1), 1, atol=1e-4)

looked = ops.convert_to_numpy(ops.mean(scores, axis=(1, 2)))
figure, axes = plt.subplots(2, 5)
for image, seen, (above, below) in zip(x, looked, axes.T):
    above.imshow(image[..., 0])
    below.imshow(seen.reshape(4, 4), vmin=0)
    above.axis("off")
    below.axis("off")

# %% [markdown]
# The upper row shows the pictures, the lower one their sixteen patches. The brighter a patch, the more it is looked at. Each digit draws other looks. There is not always a stroke where they fall: an empty patch tells something about a digit, too.
#
# ## Without positions, it reads badly { #positions }
#
# Attention knows no order. Where a patch belongs is only in the vector that the layer adds. Set those vectors to 0 in the trained model, and evaluate again.

# %%
position = patches.position.numpy()
patches.position.assign(np.zeros_like(position))
blind = model.evaluate(pixels[test], digits[test], verbose=0)[1]
patches.position.assign(position)
assert blind < right - 0.2
print(f"with positions {right:.1f}, without {blind:.1f}")

# %% [markdown]
# Far fewer answers are right. The patches are the same, and nobody knows their places.
#
# ## In short { #promise }
#
# One layer that cuts and two blocks made a model, and you saw where it looks. The next lab squeezes pictures to points, and shows a [latent space](latent.py).
