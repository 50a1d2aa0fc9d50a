/**
 * Does the work for every item, in the order given, for at most so many at a time.
 */
export const inLanes = async < Item >(
	items: readonly Item[],
	lanes: number,
	work: ( item: Item ) => Promise< void >
): Promise< void > => {
	const waiting = items.values();
	const lane = async (): Promise< void > => {
		// All lanes take from the same iterator: none gets what another has.
		for ( const item of waiting ) {
			await work( item );
		}
	};
	await Promise.all( Array.from( { length: lanes }, lane ) );
};
