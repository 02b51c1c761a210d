from keras import activations, layers, losses, metrics, optimizers

now = {
    "AdaptiveAveragePooling2D": layers.AdaptiveAveragePooling2D,
    "AdamW": optimizers.AdamW,
    "F1Score": metrics.F1Score,
    "GELU": activations.gelu,
    "GroupNormalization": layers.GroupNormalization,
    "hardshrink": activations.hard_shrink,
    "InstanceNormalization": layers.GroupNormalization,
    "LAMB": optimizers.Lamb,
    "mish": activations.mish,
    "MultiHeadAttention": layers.MultiHeadAttention,
    "RSquare": metrics.R2Score,
    "SigmoidFocalCrossEntropy": losses.BinaryFocalCrossentropy,
    "sparsemax": activations.sparsemax,
    "SpectralNormalization": layers.SpectralNormalization,
    "tanhshrink": activations.tanh_shrink,
}
for old, new in now.items():
    print(f"{old:25} keras.{new.__module__.split('.')[2]}.{new.__name__}")
