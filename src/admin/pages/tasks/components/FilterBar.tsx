import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { DayField, useDraft } from '../../../../components/DayField';
import { SelectField, TextField } from '../../../../components/fields';
import { labelled } from '../../../../i18n/labels';
import { problemTitle } from '../../../../i18n/problems';
import { stateWord } from '../../../../i18n/words';
import { EFFECT_LABELS } from '../../../../generated/facts';
import { TaskStateSchema } from '../../../../generated/schemas';
import {
	ListedEffectSchema,
	NO_FILTER,
	type TasksFilter,
} from '../../../../api/tasksFilter';

type FilterBarProps = {
	filter: TasksFilter;
	onFilter: ( filter: TasksFilter ) => void;
};

const EFFECTS = ListedEffectSchema.options;

/** Choices count at once, the order's number when it is sent: a request for every digit would be a waste. */
export function FilterBar( props: FilterBarProps ) {
	const { filter } = props;
	const { onFilter, isClearable, clear } = useClearing( props );
	const [ order, setOrder ] = useDraft( filter.order );
	const [ cause, setCause ] = useState( filter.problem );
	if ( filter.problem !== '' && filter.problem !== cause ) {
		setCause( filter.problem );
	}
	return (
		<form
			className="orderinvoicer-filters orderinvoicer-tasks-filters"
			aria-label={ __( 'Filter the list', 'orderinvoicer' ) }
			onSubmit={ ( event ) => {
				event.preventDefault();
				onFilter( { ...filter, order: order.trim() } );
			} }
		>
			<Choices { ...props } onFilter={ onFilter } />
			<Days filter={ filter } onFilter={ onFilter } />
			{ cause !== '' && (
				<Cause
					filter={ filter }
					cause={ cause }
					onFilter={ onFilter }
				/>
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
			{ isClearable && (
				<Button
					variant="tertiary"
					__next40pxDefaultSize
					disabled={ ! isFiltered( filter ) }
					accessibleWhenDisabled
					onClick={ clear }
				>
					{ __( 'Clear the filters', 'orderinvoicer' ) }
				</Button>
			) }
		</form>
	);
}

/**
 * The button that was pressed stays until something else is chosen: the focus is on it, and nothing below it moves
 * under the pointer.
 */
function useClearing( { filter, onFilter }: FilterBarProps ) {
	const [ wasCleared, setWasCleared ] = useState( false );
	return {
		isClearable: wasCleared || isFiltered( filter ),
		clear: () => {
			setWasCleared( true );
			onFilter( NO_FILTER );
		},
		onFilter: ( next: TasksFilter ) => {
			setWasCleared( false );
			onFilter( next );
		},
	};
}

const isFiltered = ( filter: TasksFilter ): boolean =>
	activeFilters( filter ).length > 0;

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
					...TaskStateSchema.options.map( ( value ) => ( {
						value,
						label: stateWord( value ),
					} ) ),
				] }
				onChange={ ( chosen ) =>
					onFilter( {
						...filter,
						state:
							TaskStateSchema.options.find(
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
						label: EFFECT_LABELS[ value ](),
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

/**
 * One comes here from the overview with a cause; there are too many to choose from. It stays when all are shown again.
 */
function Cause( {
	cause,
	filter,
	onFilter,
}: FilterBarProps & { cause: string } ) {
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
					value: cause,
					label: problemTitle( cause ),
				},
			] }
			onChange={ ( problem ) => onFilter( { ...filter, problem } ) }
		/>
	);
}

function Days( { filter, onFilter }: FilterBarProps ) {
	return (
		<>
			<DayField
				label={ __( 'From', 'orderinvoicer' ) }
				day={ filter.from }
				onDay={ ( from ) => onFilter( { ...filter, from } ) }
			/>
			<DayField
				label={ __( 'Until', 'orderinvoicer' ) }
				day={ filter.until }
				onDay={ ( until ) => onFilter( { ...filter, until } ) }
			/>
		</>
	);
}

/** "Show: Done", for a list that is empty because of it. */
export function activeFilters( filter: TasksFilter ): string[] {
	const { state, effect, from, until, order, problem } = filter;
	return [
		named(
			__( 'Show', 'orderinvoicer' ),
			state === 'all' ? '' : stateWord( state )
		),
		named(
			__( 'Kind of work', 'orderinvoicer' ),
			effect === 'all' ? '' : EFFECT_LABELS[ effect ]()
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
	value && labelled( label, value );
