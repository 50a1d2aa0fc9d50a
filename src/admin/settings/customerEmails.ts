import type { Settings } from '../../schemas/settings';

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
