import type { BoxPart } from '../../generated/schemas';

export type PartFormProps = {
	part: BoxPart;
	orderId: number;
	/** That it is about; 0 for none. */
	rowId: number;
	/** It is done, and closes. */
	onDone: () => void;
};
