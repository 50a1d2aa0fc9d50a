import type { PaymentMethods } from '../../../schemas/payments';
import type { Settings } from '../../../schemas/settings';

type Methods = Settings[ 'payments' ][ 'methods' ];

/** One gateway of the shop, what is set for it, and what would fit. */
export type GatewayRow = {
	gateway: string;
	title: string;
	methodId: number | null;
	/** Null once something is set, or where nothing fits. */
	proposedId: number | null;
};

/** A gateway that is set but no longer there is still shown: its old orders may be paid yet. */
export function gatewayRows(
	methods: Methods,
	{ gateways, proposals }: PaymentMethods
): GatewayRow[] {
	const gone = methods
		.filter( ( m ) => ! gateways.some( ( g ) => g.id === m.gateway ) )
		.map( ( { gateway } ) => ( { id: gateway, title: gateway } ) );
	return [ ...gateways, ...gone ].map( ( { id, title } ) => {
		const methodId = methodOf( methods, id );
		return {
			gateway: id,
			title,
			methodId,
			proposedId: methodId === null ? methodOf( proposals, id ) : null,
		};
	} );
}

export const withMethod = (
	methods: Methods,
	gateway: string,
	methodId: number | null
): Methods =>
	[
		...methods.filter( ( m ) => m.gateway !== gateway ),
		...( methodId === null ? [] : [ { gateway, method_id: methodId } ] ),
	].sort( ( a, b ) => a.gateway.localeCompare( b.gateway ) );

/** Null where nothing is proposed. */
export const withProposals = (
	methods: Methods,
	rows: GatewayRow[]
): Methods | null =>
	rows.some( ( row ) => row.proposedId !== null )
		? rows.reduce(
				( list, { gateway, proposedId } ) =>
					proposedId === null
						? list
						: withMethod( list, gateway, proposedId ),
				methods
			)
		: null;

const methodOf = ( methods: Methods, gateway: string ): number | null =>
	methods.find( ( m ) => m.gateway === gateway )?.method_id ?? null;
