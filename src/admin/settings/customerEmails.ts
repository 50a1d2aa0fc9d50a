import type { Settings } from '../../generated/schemas';

export type CustomerEmailId =
	Settings[ 'customer_emails' ][ 'emails' ][ number ];

export const withCustomerEmail = (
	emails: readonly CustomerEmailId[],
	id: CustomerEmailId,
	isTicked: boolean
): CustomerEmailId[] => [
	...emails.filter( ( one ) => one !== id ),
	...( isTicked ? [ id ] : [] ),
];
