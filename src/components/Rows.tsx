type RowsProps = {
	/** They answer an earlier question; those that are asked for now are still to come. */
	isEarlier: boolean;
	children: React.ReactNode;
};

/**
 * What is listed stays until the rows that were asked for are there, and is seen to be no longer what was asked for.
 */
export const Rows = ( { isEarlier, children }: RowsProps ) => (
	<div
		aria-busy={ isEarlier }
		className="orderinvoicer-stack orderinvoicer-rows"
	>
		{ children }
	</div>
);
