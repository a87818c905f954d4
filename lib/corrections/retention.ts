/** How long after its decision a reporter can still be answered; then the address is erased. */
export const EMAIL_KEPT_DAYS = 30;
