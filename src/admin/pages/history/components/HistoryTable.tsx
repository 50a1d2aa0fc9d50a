import { Button, ExternalLink } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { formatDay, formatMoney } from '../../../../i18n/format';
import { labelled } from '../../../../i18n/labels';
import type { HistoryRow } from '../../../../generated/schemas';
import { kindWord } from '../../../settings/kinds';
import { hrefOf } from '../../../useRoute';
import { type Column, COLUMNS, type Place, SORTINGS } from '../place';
import { badgeClass, badgeWord, columnWord } from '../words';

type TableProps = {
	rows: HistoryRow[];
	place: Place;
	onPlace: ( place: Place ) => void;
	/** Address of what happened. */
	timelineOf: ( row: HistoryRow ) => string;
};

/** On a phone each row is a card of three lines. */
export function HistoryTable( {
	rows,
	place,
	onPlace,
	timelineOf,
}: TableProps ) {
	const columns = COLUMNS.filter( ( one ) => ! place.hidden.includes( one ) );
	return (
		<table
			className="orderinvoicer-table"
			aria-label={ __( 'History', 'orderinvoicer' ) }
		>
			<thead>
				<tr>
					<Heading
						column="order"
						place={ place }
						onPlace={ onPlace }
					/>
					{ columns.map( ( column ) => (
						<Heading
							key={ column }
							column={ column }
							place={ place }
							onPlace={ onPlace }
						/>
					) ) }
					<th scope="col">
						<span className="screen-reader-text">
							{ __( 'What happened', 'orderinvoicer' ) }
						</span>
					</th>
				</tr>
			</thead>
			<tbody>
				{ rows.map( ( row ) => (
					<tr key={ row.id }>
						<th scope="row" className="is-order">
							<OrderName row={ row } />
						</th>
						{ columns.map( ( column ) => (
							<td key={ column } className={ `is-${ column }` }>
								<Cell column={ column } row={ row } />
							</td>
						) ) }
						<td className="is-act">
							<Button
								variant="secondary"
								size="compact"
								href={ timelineOf( row ) }
								aria-label={ labelled(
									__( 'What happened', 'orderinvoicer' ),
									`${ orderText( row ) }, ${ kindWord(
										row.kind
									) } ${ row.number }`.trim()
								) }
							>
								{ __( 'Open', 'orderinvoicer' ) }
							</Button>
						</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

type HeadingProps = Pick< TableProps, 'place' | 'onPlace' > & {
	column: Column | 'order';
};

function Heading( { column, place, onPlace }: HeadingProps ) {
	const word = columnWord( column );
	const isAmount = column === 'excl_tax' || column === 'incl_tax';
	const className = isAmount ? 'is-amount' : undefined;
	if ( ! isSortable( column ) ) {
		return (
			<th scope="col" className={ className }>
				{ word }
			</th>
		);
	}
	const orderby = SORTINGS[ column ];
	const isSorted = place.orderby === orderby;
	const isUp = isSorted && place.order === 'asc';
	const sorted = isUp ? 'ascending' : 'descending';
	return (
		<th
			scope="col"
			className={ className }
			aria-sort={ isSorted ? sorted : undefined }
		>
			<button
				type="button"
				className="orderinvoicer-sort"
				onClick={ () =>
					onPlace( {
						...place,
						orderby,
						order: isSorted && ! isUp ? 'asc' : 'desc',
					} )
				}
			>
				{ word }
				<span aria-hidden="true">{ arrow( isSorted, isUp ) }</span>
			</button>
		</th>
	);
}

const isSortable = (
	column: Column | 'order'
): column is keyof typeof SORTINGS => column in SORTINGS;

const arrow = ( isSorted: boolean, isUp: boolean ): string => {
	if ( ! isSorted ) {
		return ' ↕';
	}
	return isUp ? ' ↑' : ' ↓';
};

const orderText = ( { order }: HistoryRow ): string =>
	sprintf(
		/* translators: %s: number of an order. */
		__( 'Order %s', 'orderinvoicer' ),
		order.number
	);

function OrderName( { row }: { row: HistoryRow } ) {
	const { edit_url: href } = row.order;
	return href ? (
		<a href={ href }>{ orderText( row ) }</a>
	) : (
		<>{ orderText( row ) }</>
	);
}

function Cell( { column, row }: { column: Column; row: HistoryRow } ) {
	switch ( column ) {
		case 'customer':
			return <>{ row.customer || <Unknown /> }</>;
		case 'document':
			return <Document row={ row } />;
		case 'excl_tax':
			return <Amount amount={ row.excl_tax } row={ row } />;
		case 'incl_tax':
			return <Amount amount={ row.incl_tax } row={ row } />;
		case 'state':
			return <State row={ row } />;
		case 'date':
			return <>{ formatDay( row.day ) }</>;
	}
}

const Unknown = () => (
	<span className="orderinvoicer-muted">
		{ __( 'not known', 'orderinvoicer' ) }
	</span>
);

/** A document that is not there yet has no amount. */
function Amount( { amount, row }: { amount: string | null; row: HistoryRow } ) {
	if ( amount === null ) {
		return row.url === '' ? (
			<span className="orderinvoicer-muted">
				{ __( 'not yet', 'orderinvoicer' ) }
			</span>
		) : (
			<Unknown />
		);
	}
	return <>{ formatMoney( amount, row.currency ) }</>;
}

function Document( { row }: { row: HistoryRow } ) {
	const name = `${ kindWord( row.kind ) } ${ row.number }`.trim();
	return (
		<>
			{ row.url ? (
				<ExternalLink href={ row.url }>{ name }</ExternalLink>
			) : (
				name
			) }
			{ row.pdf && (
				<>
					{ ' ' }
					<a href={ row.pdf } aria-label={ `PDF, ${ row.number }` }>
						PDF
					</a>
				</>
			) }
		</>
	);
}

function State( { row }: { row: HistoryRow } ) {
	const { order, state, due } = row;
	return (
		<>
			<span className={ `orderinvoicer-badge ${ badgeClass( state ) }` }>
				{ state === 'due' && due !== null
					? labelled(
							__( 'Left to pay', 'orderinvoicer' ),
							formatMoney( due, row.currency )
						)
					: badgeWord( row ) }
			</span>
			{ row.needs_you && (
				<>
					{ ' ' }
					<a
						href={ hrefOf( 'todo', { order: order.number } ) }
						aria-label={ labelled(
							__( 'To do', 'orderinvoicer' ),
							orderText( row )
						) }
					>
						{ state === 'todo'
							? __( 'Show', 'orderinvoicer' )
							: __( 'To do', 'orderinvoicer' ) }
					</a>
				</>
			) }
		</>
	);
}
