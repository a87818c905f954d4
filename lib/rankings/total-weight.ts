/** Every method's weights sum to this. Low, high and score are therefore points and percent at once. */
export const TOTAL_WEIGHT = 100;
