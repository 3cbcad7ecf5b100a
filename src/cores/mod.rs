//! Work spread over the processor's cores, its results in the order of the work: whatever the
//! number of cores, what comes out is the same. Knows nothing of what the work is.

pub mod ordered;
pub mod yielding;
