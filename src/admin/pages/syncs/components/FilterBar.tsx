import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { SelectField, TextField } from '../../../../components/fields';
import { problemTitle } from '../../../../i18n/problems';
import { effectWord, stateWord } from '../../../../i18n/words';
import {
	EffectSchema,
	NO_FILTER,
	type SyncsFilter,
	SyncStateSchema,
} from '../../../../schemas/syncs';

type FilterBarProps = {
	filter: SyncsFilter;
	onFilter: ( filter: SyncsFilter ) => void;
};

const EFFECTS = EffectSchema.options.filter(
	( effect ) => effect !== 'follow_order'
);

/** Choices count at once, the order's number when it is sent: a request for every digit would be a waste. */
export function FilterBar( { filter, onFilter }: FilterBarProps ) {
	const [ order, setOrder ] = useState( filter.order );
	return (
		<form
			className="orderinvoicer-filters"
			aria-label={ __( 'Filter the list', 'orderinvoicer' ) }
			onSubmit={ ( event ) => {
				event.preventDefault();
				onFilter( { ...filter, order: order.trim() } );
			} }
		>
			<Choices filter={ filter } onFilter={ onFilter } />
			<Days filter={ filter } onFilter={ onFilter } />
			{ filter.problem !== '' && (
				<Cause filter={ filter } onFilter={ onFilter } />
			) }
			<TextField
				label={ __( 'Order number', 'orderinvoicer' ) }
				value={ order }
				maxLength={ 64 }
				onChange={ setOrder }
			/>
			<Button variant="secondary" type="submit" __next40pxDefaultSize>
				{ __( 'Find the order', 'orderinvoicer' ) }
			</Button>
			{ activeFilters( filter ).length > 0 && (
				<Button
					variant="tertiary"
					__next40pxDefaultSize
					onClick={ () => onFilter( NO_FILTER ) }
				>
					{ __( 'Clear the filters', 'orderinvoicer' ) }
				</Button>
			) }
		</form>
	);
}

function Choices( { filter, onFilter }: FilterBarProps ) {
	return (
		<>
			<SelectField
				label={ __( 'Show', 'orderinvoicer' ) }
				value={ filter.state }
				options={ [
					{
						value: 'all',
						label: __( 'All states', 'orderinvoicer' ),
					},
					...SyncStateSchema.options.map( ( value ) => ( {
						value,
						label: stateWord( value ),
					} ) ),
				] }
				onChange={ ( chosen ) =>
					onFilter( {
						...filter,
						state:
							SyncStateSchema.options.find(
								( s ) => s === chosen
							) ?? 'all',
					} )
				}
			/>
			<SelectField
				label={ __( 'Kind of work', 'orderinvoicer' ) }
				value={ filter.effect }
				options={ [
					{ value: 'all', label: __( 'All kinds', 'orderinvoicer' ) },
					...EFFECTS.map( ( value ) => ( {
						value,
						label: effectWord( value ),
					} ) ),
				] }
				onChange={ ( chosen ) =>
					onFilter( {
						...filter,
						effect: EFFECTS.find( ( e ) => e === chosen ) ?? 'all',
					} )
				}
			/>
		</>
	);
}

/** One comes here from the overview with a cause; there are too many to choose from. */
function Cause( { filter, onFilter }: FilterBarProps ) {
	return (
		<SelectField
			label={ __( 'Cause', 'orderinvoicer' ) }
			value={ filter.problem }
			options={ [
				{
					value: '',
					label: __( 'All causes', 'orderinvoicer' ),
				},
				{
					value: filter.problem,
					label: problemTitle( filter.problem ),
				},
			] }
			onChange={ ( problem ) => onFilter( { ...filter, problem } ) }
		/>
	);
}

function Days( { filter, onFilter }: FilterBarProps ) {
	return (
		<>
			<TextField
				type="date"
				label={ __( 'From', 'orderinvoicer' ) }
				value={ filter.from }
				onChange={ ( from ) => onFilter( { ...filter, from } ) }
			/>
			<TextField
				type="date"
				label={ __( 'Until', 'orderinvoicer' ) }
				value={ filter.until }
				onChange={ ( until ) => onFilter( { ...filter, until } ) }
			/>
		</>
	);
}

/** "Show: Done", for a list that is empty because of it. */
export function activeFilters( filter: SyncsFilter ): string[] {
	const { state, effect, from, until, order, problem } = filter;
	return [
		named(
			__( 'Show', 'orderinvoicer' ),
			state === 'all' ? '' : stateWord( state )
		),
		named(
			__( 'Kind of work', 'orderinvoicer' ),
			effect === 'all' ? '' : effectWord( effect )
		),
		named( __( 'From', 'orderinvoicer' ), from ),
		named( __( 'Until', 'orderinvoicer' ), until ),
		named( __( 'Order number', 'orderinvoicer' ), order ),
		named(
			__( 'Cause', 'orderinvoicer' ),
			problem && problemTitle( problem )
		),
	].filter( Boolean );
}

const named = ( label: string, value: string ): string =>
	value && `${ label }: ${ value }`;
