import type { MappingState } from '../../../components/mapping/state';
import type { PaymentMethods, Settings } from '../../../generated/schemas';

type Methods = Settings[ 'payments' ][ 'methods' ];

/** One gateway of the shop, what is set for it, and what would fit. */
export type GatewayRow = {
	gateway: string;
	title: string;
	/** Switched on in WooCommerce. */
	isInUse: boolean;
	methodId: number | null;
	/** Null once something is set, or where nothing fits. */
	proposal: { methodId: number; isCertain: boolean } | null;
	/** What is chosen is what was proposed, and is not saved yet. */
	isProposed: boolean;
};

type Gateway = { id: string; title: string };

/**
 * A gateway that is set, or that orders name, but that is no longer there is still shown: its orders may be paid yet.
 */
export function gatewayRows(
	methods: Methods,
	{ gateways, proposals }: PaymentMethods,
	used: Gateway[] = [],
	saved: Methods = methods
): GatewayRow[] {
	const isMissing = ( { id }: Gateway, among: Gateway[] ) =>
		! among.some( ( gateway ) => gateway.id === id );
	const seen = used
		.filter( ( gateway ) => isMissing( gateway, gateways ) )
		.map( ( { id, title } ) => ( { id, title: title || id } ) );
	const known = [ ...gateways, ...seen ];
	const gone = methods
		.map( ( { gateway } ) => ( { id: gateway, title: gateway } ) )
		.filter( ( gateway ) => isMissing( gateway, known ) );
	return [ ...known, ...gone ].map( ( { id, title } ) => {
		const methodId = methodOf( methods, id );
		return {
			gateway: id,
			title,
			isInUse: gateways.some(
				( gateway ) => gateway.id === id && gateway.in_use
			),
			methodId,
			proposal: methodId === null ? proposalOf( proposals, id ) : null,
			isProposed:
				methodId !== null &&
				methodOf( saved, id ) === null &&
				proposalOf( proposals, id )?.methodId === methodId,
		};
	} );
}

/**
 * Nothing can be said of what is set where Sellsy's list could not be read. `orders` are undefined where not known. A
 * shop that sold nothing lately will need what is switched on.
 */
export function methodState(
	{ methodId, isInUse }: GatewayRow,
	{ methods, problem }: PaymentMethods,
	orders: number | undefined,
	isNewShop: boolean
): MappingState {
	if ( methodId === null ) {
		return orders === 0 && ! ( isNewShop && isInUse )
			? 'unneeded'
			: 'unmapped';
	}
	if ( methods.some( ( { id } ) => id === methodId ) ) {
		return 'mapped';
	}
	return problem ? 'unknown' : 'broken';
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

/** What only a person can confirm. */
export const leftToCheck = ( rows: GatewayRow[] ): number =>
	rows.filter( ( { proposal } ) => proposal && ! proposal.isCertain ).length;

/** Null where nothing is certain. */
export const withCertain = (
	methods: Methods,
	rows: GatewayRow[]
): Methods | null =>
	rows.some( ( { proposal } ) => proposal?.isCertain )
		? rows.reduce(
				( list, { gateway, proposal } ) =>
					proposal?.isCertain
						? withMethod( list, gateway, proposal.methodId )
						: list,
				methods
			)
		: null;

function proposalOf(
	proposals: PaymentMethods[ 'proposals' ],
	id: string
): GatewayRow[ 'proposal' ] {
	const proposal = proposals.find( ( { gateway } ) => gateway === id );
	return proposal
		? { methodId: proposal.method_id, isCertain: proposal.certain }
		: null;
}

const methodOf = ( methods: Methods, gateway: string ): number | null =>
	methods.find( ( m ) => m.gateway === gateway )?.method_id ?? null;
