import { SearchControl, ToggleControl } from '@wordpress/components';
import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
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
 * What is to be set comes first, most orders first, as it was when the table appeared: a row never moves while somebody
 * works on it.
 */
export function MappingTable( { label, columns, rows }: MappingTableProps ) {
	const sorted = useFirstOrder( rows );
	const filter = useFilter( sorted );
	return (
		<>
			{ rows.length > MANY && <Filter label={ label } { ...filter } /> }
			{ filter.shown.length === 0 ? (
				<p role="status">
					{ __( 'Nothing fits this search.', 'orderinvoicer' ) }
				</p>
			) : (
				<DataTable
					label={ label }
					columns={ [ ...columns, __( 'State', 'orderinvoicer' ) ] }
					rows={ filter.shown.map( ( { key, cells, state } ) => ( {
						key,
						cells: [
							...cells,
							<MappingBadge key="state" state={ state } />,
						],
					} ) ) }
				/>
			) }
		</>
	);
}

type FilterModel = {
	query: string;
	setQuery: ( query: string ) => void;
	isOpenOnly: boolean;
	setOpenOnly: ( isOpenOnly: boolean ) => void;
};

function Filter( {
	label,
	query,
	setQuery,
	isOpenOnly,
	setOpenOnly,
}: FilterModel & { label: string } ) {
	return (
		<div
			className="orderinvoicer-filters"
			role="search"
			aria-label={ label }
		>
			<SearchControl
				__nextHasNoMarginBottom
				label={ __( 'Search', 'orderinvoicer' ) }
				value={ query }
				onChange={ setQuery }
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Only what is to be set', 'orderinvoicer' ) }
				checked={ isOpenOnly }
				onChange={ setOpenOnly }
			/>
		</div>
	);
}

/** What was open when the switch was turned stays in sight while it is being set. */
function useFilter( rows: MappingTableRow[] ): FilterModel & {
	shown: MappingTableRow[];
} {
	const [ query, setQuery ] = useState( '' );
	const [ open, setOpen ] = useState< string[] | null >( null );
	const words = query.toLowerCase().split( /\s+/ ).filter( Boolean );
	return {
		query,
		setQuery,
		isOpenOnly: open !== null,
		setOpenOnly: ( isOpenOnly ) =>
			setOpen(
				isOpenOnly
					? rows.filter( needsPerson ).map( ( { key } ) => key )
					: null
			),
		shown: rows.filter(
			( { key, text } ) =>
				( open === null || open.includes( key ) ) &&
				words.every( ( word ) => text.toLowerCase().includes( word ) )
		),
	};
}

/** Sorted when the table appears, and once more when the orders are counted or Sellsy's list is there. */
function useFirstOrder( rows: MappingTableRow[] ): MappingTableRow[] {
	const known = [
		rows.some( ( { orders } ) => orders !== undefined ),
		rows.every( ( { state } ) => state !== 'reading' ),
	].filter( Boolean ).length;
	const [ first, setFirst ] = useState( () => ( {
		known,
		keys: sortedKeys( rows ),
	} ) );
	if ( known > first.known ) {
		setFirst( { known, keys: sortedKeys( rows ) } );
	}
	return useMemo( () => {
		const place = ( { key }: MappingTableRow ) => {
			const index = first.keys.indexOf( key );
			return index === -1 ? first.keys.length : index;
		};
		return [ ...rows ].sort( ( a, b ) => place( a ) - place( b ) );
	}, [ rows, first ] );
}

const sortedKeys = ( rows: MappingTableRow[] ): string[] =>
	[ ...rows ]
		.sort( ( a, b ) => urgency( b ) - urgency( a ) )
		.map( ( { key } ) => key );

const urgency = ( row: MappingTableRow ): number =>
	needsPerson( row ) ? 1 + ( row.orders ?? 0 ) : 0;
