/** Where nothing was sold lately, nobody knows what will be needed first: everything that is switched on may be. */
export const soldNothing = ( orders: ( number | null )[] ): boolean =>
	orders.every( ( count ) => count === 0 );
