import { SearchControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { formatCount } from '../../i18n/format';
import { DataTable } from '../DataTable';
import { type MappingState, needsPerson } from './state';
import { MappingBadge } from './MappingBadge';

export type MappingTableRow = {
	key: string;
	/** What a search looks through. */
	text: string;
	state: MappingState;
	/** How many orders wait for it; undefined while that is not known. */
	orders?: number | undefined;
	/** In the order of the columns; the first names the row. */
	cells: React.ReactNode[];
};

type MappingTableProps = {
	/** Names the table for those who do not see its heading. */
	label: string;
	columns: string[];
	rows: MappingTableRow[];
};

/** With fewer rows a search would be in the way. */
const MANY = 10;

/**
 * What is to be set comes first, most orders first; all else is folded, as it was when the table appeared: a row never
 * moves while somebody works on it.
 */
export function MappingTable( { rows, ...names }: MappingTableProps ) {
	const first = useFirst( rows );
	const [ query, setQuery ] = useState( '' );
	const words = query.toLowerCase().split( /\s+/ ).filter( Boolean );
	const found = first.keys
		.flatMap( ( key ) => rows.filter( ( row ) => row.key === key ) )
		.filter( ( { text } ) =>
			words.every( ( word ) => text.toLowerCase().includes( word ) )
		);
	const isFolded = ( { key }: MappingTableRow ) =>
		words.length === 0 && first.settled.includes( key );
	const settled = found.filter( isFolded );
	return (
		<>
			{ rows.length > MANY && (
				<SearchControl
					__nextHasNoMarginBottom
					label={ __( 'Search', 'orderinvoicer' ) }
					value={ query }
					onChange={ setQuery }
				/>
			) }
			{ found.length === 0 && (
				<p role="status">
					{ __( 'Nothing fits this search.', 'orderinvoicer' ) }
				</p>
			) }
			<Rows
				{ ...names }
				rows={ found.filter( ( row ) => ! isFolded( row ) ) }
			/>
			{ settled.length > 0 && (
				<details className="orderinvoicer-more">
					<summary>
						{ sprintf(
							/* translators: %s: number of lines, such as tax rates that have their tax of Sellsy. */
							_n(
								'%s line asks nothing of you',
								'%s lines ask nothing of you',
								settled.length,
								'orderinvoicer'
							),
							formatCount( settled.length )
						) }
					</summary>
					<Rows { ...names } rows={ settled } />
				</details>
			) }
		</>
	);
}

const Rows = ( { label, columns, rows }: MappingTableProps ) =>
	rows.length > 0 && (
		<DataTable
			label={ label }
			columns={ [ ...columns, __( 'State', 'orderinvoicer' ) ] }
			rows={ rows.map( ( { key, cells, state } ) => ( {
				key,
				cells: [
					...cells,
					<MappingBadge key="state" state={ state } />,
				],
			} ) ) }
		/>
	);

/** Seen when the table appears, and once more when the orders are counted or Sellsy's list is there. */
function useFirst( rows: MappingTableRow[] ) {
	const known = [
		rows.some( ( { orders } ) => orders !== undefined ),
		rows.every( ( { state } ) => state !== 'reading' ),
	].filter( Boolean ).length;
	const see = () => ( {
		known,
		keys: sortedKeys( rows ),
		settled: rows
			.filter( ( row ) => ! needsPerson( row ) )
			.map( ( { key } ) => key ),
	} );
	const [ first, setFirst ] = useState( see );
	if ( known > first.known ) {
		setFirst( see() );
	}
	const later = rows
		.map( ( { key } ) => key )
		.filter( ( key ) => ! first.keys.includes( key ) );
	return { ...first, keys: [ ...first.keys, ...later ] };
}

const sortedKeys = ( rows: MappingTableRow[] ): string[] =>
	[ ...rows ]
		.sort( ( a, b ) => urgency( b ) - urgency( a ) )
		.map( ( { key } ) => key );

const urgency = ( row: MappingTableRow ): number =>
	needsPerson( row ) ? 1 + ( row.orders ?? 0 ) : 0;
