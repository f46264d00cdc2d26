// The block-list that the edge enforces, so that the form can say the same at once. Fetched only
// where a password is chosen.

export { default as list } from "../../shared/src/password/common.txt";
