import { __, sprintf } from '@wordpress/i18n';
import { formatMoney, formatTime } from '../../../../i18n/format';
import type { Problem, Shop } from '../../../../generated/schemas';
import { kindWord } from '../../../settings/kinds';
import { type DryDocument, type DryOrder, sorted } from '../dryRun';

/** Where a problem is put right: a link and what it says. */
export type Fix = { href: string; label: string };

export type DryRunTableProps = {
	orders: DryOrder[];
	shop: Shop;
	fixOf?: ( problem: Problem ) => Fix | null;
};

/** One row for each document, so that each total stands beside the one of its order. */
export function DryRunTable( {
	orders,
	shop,
	fixOf = () => null,
}: DryRunTableProps ) {
	const rows = sorted( orders ).flatMap( ( order ) =>
		order.documents.map( ( document ) => ( { order, document } ) )
	);
	return rows.length === 0 ? null : (
		<table className="orderinvoicer-states orderinvoicer-dry-run">
			<thead>
				<tr>
					<th scope="col">{ __( 'Order', 'orderinvoicer' ) }</th>
					<th scope="col">{ orderTotal() }</th>
					<th scope="col">{ documentTotal() }</th>
					<th scope="col">{ result() }</th>
				</tr>
			</thead>
			<tbody>
				{ rows.map( ( { order, document } ) => (
					<tr key={ `${ order.id } ${ document.kind }` }>
						<th scope="row">
							<OrderCell order={ order } shop={ shop } />
						</th>
						<td data-label={ orderTotal() }>
							{ formatMoney( order.incl_tax, order.currency ) }
						</td>
						<td data-label={ documentTotal() }>
							{ document.totals
								? formatMoney(
										document.totals.incl_tax,
										order.currency
									)
								: withoutTotal( document ) }
						</td>
						<td data-label={ result() }>
							<ResultCell
								order={ order }
								document={ document }
								fixOf={ fixOf }
							/>
						</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

/** Of a document that is there already nothing is computed. */
const withoutTotal = ( { outcome }: DryDocument ): string =>
	outcome === 'exists'
		? __( 'stays as it is', 'orderinvoicer' )
		: __( 'no document', 'orderinvoicer' );

const orderTotal = () => __( 'Order total', 'orderinvoicer' );
const documentTotal = () => __( 'Document total', 'orderinvoicer' );
const result = () => __( 'What would happen', 'orderinvoicer' );

function OrderCell( { order, shop }: { order: DryOrder; shop: Shop } ) {
	const text = sprintf(
		/* translators: %s: number of an order. */
		__( 'Order %s', 'orderinvoicer' ),
		order.number
	);
	const status =
		shop.order_statuses.find( ( { slug } ) => slug === order.status )
			?.label ?? order.status;
	return (
		<>
			{ order.edit_url ? <a href={ order.edit_url }>{ text }</a> : text }
			<p className="orderinvoicer-muted">
				{ `${ status } – ${ formatTime( order.created_at ) }` }
			</p>
		</>
	);
}

type ResultCellProps = Required< Pick< DryRunTableProps, 'fixOf' > > & {
	order: DryOrder;
	document: DryDocument;
};

function ResultCell( { order, document, fixOf }: ResultCellProps ) {
	const { outcome, totals, sellsy, problem, rule_text: rule } = document;
	const fix = problem && fixOf( problem );
	const isExact = totals?.incl_tax === order.incl_tax;
	return (
		<div>
			<p>{ outcomeText( document ) }</p>
			{ rule !== '' && <p className="orderinvoicer-muted">{ rule }</p> }
			{ outcome === 'made' && isExact && (
				<p className="orderinvoicer-good">
					{ __( '✓ To the cent', 'orderinvoicer' ) }
				</p>
			) }
			{ totals && ! isExact && (
				<p className="orderinvoicer-warning">
					{ __(
						'The total is not that of the order.',
						'orderinvoicer'
					) }
				</p>
			) }
			{ problem && (
				<p className="orderinvoicer-warning">
					{ fix
						? problem.text
						: `${ problem.text } ${ problem.next_step }` }
				</p>
			) }
			{ fix && <a href={ fix.href }>{ fix.label }</a> }
			{ outcome === 'made' && sellsy === 'agrees' && (
				<p className="orderinvoicer-muted">
					{ __( 'Sellsy computes the same total.', 'orderinvoicer' ) }
				</p>
			) }
		</div>
	);
}

/** The kind stands last: in languages with genders what is said of it would have to agree with it. */
function outcomeText( { outcome, kind }: DryDocument ): string {
	const word = kindWord( kind );
	switch ( outcome ) {
		case 'made':
			/* translators: %s: kind of document, such as Invoice. */
			return sprintf( __( 'Would be made: %s', 'orderinvoicer' ), word );
		case 'exists':
			/* translators: %s: kind of document, such as Invoice. */
			return sprintf( __( 'Exists already: %s', 'orderinvoicer' ), word );
		case 'not_due':
			return sprintf(
				/* translators: %s: kind of document, such as Invoice. */
				__( 'Not due in this status: %s', 'orderinvoicer' ),
				word
			);
		case 'no_rule':
			return sprintf(
				/* translators: %s: kind of document, such as Invoice. */
				__( 'Not by your rules: %s', 'orderinvoicer' ),
				word
			);
		case 'stops':
			return sprintf(
				/* translators: %s: kind of document, such as Invoice. */
				__( 'Would stop here: %s', 'orderinvoicer' ),
				word
			);
	}
}
