import { Button, SearchControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { DayField, useDraft } from '../../../../components/DayField';
import { CheckField, SelectField } from '../../../../components/fields';
import { KINDS } from '../../../../generated/facts';
import { HistoryStateSchema } from '../../../../generated/schemas';
import { kindWord } from '../../../settings/kinds';
import { ALL, COLUMNS, isFiltered, type Place } from '../place';
import { columnWord, stateWord } from '../words';

type FiltersProps = {
	place: Place;
	onPlace: ( place: Place ) => void;
};

/** Choices count at once, the text when it is sent: a request for every letter would be a waste. */
export function HistoryFilters( { place, onPlace }: FiltersProps ) {
	const [ search, setSearch ] = useDraft( place.search );
	// On a phone they would stand between the person and the list.
	const [ isOpen, setIsOpen ] = useState( false );
	return (
		<form
			role="search"
			aria-label={ __( 'Filter the list', 'orderinvoicer' ) }
			className="orderinvoicer-filters orderinvoicer-history-filters"
			onSubmit={ ( event ) => {
				event.preventDefault();
				onPlace( { ...place, search: search.trim() } );
			} }
		>
			<SearchControl
				__nextHasNoMarginBottom
				label={ __(
					'Order, document, customer or e-mail',
					'orderinvoicer'
				) }
				hideLabelFromVision={ false }
				maxLength={ 100 }
				value={ search }
				onChange={ ( value ) => {
					setSearch( value );
					if ( value === '' && place.search !== '' ) {
						onPlace( { ...place, search: '' } );
					}
				} }
			/>
			<Button variant="secondary" type="submit" __next40pxDefaultSize>
				{ __( 'Search', 'orderinvoicer' ) }
			</Button>
			<Button
				variant="secondary"
				__next40pxDefaultSize
				className="orderinvoicer-history-filters__toggle"
				aria-expanded={ isOpen }
				onClick={ () => setIsOpen( ! isOpen ) }
			>
				{ __( 'Filters', 'orderinvoicer' ) }
			</Button>
			<Choices place={ place } onPlace={ onPlace } isOpen={ isOpen } />
			{ isFiltered( place ) && (
				<Button
					variant="tertiary"
					__next40pxDefaultSize
					onClick={ () =>
						onPlace( {
							...ALL,
							hidden: place.hidden,
							orderby: place.orderby,
							order: place.order,
						} )
					}
				>
					{ __( 'Clear the filters', 'orderinvoicer' ) }
				</Button>
			) }
		</form>
	);
}

function Choices( {
	place,
	onPlace,
	isOpen,
}: FiltersProps & { isOpen: boolean } ) {
	return (
		<div
			className={ `orderinvoicer-history-filters__choices ${
				isOpen ? 'is-open' : ''
			}` }
		>
			<DayField
				label={ __( 'From', 'orderinvoicer' ) }
				day={ place.from }
				onDay={ ( from ) => onPlace( { ...place, from } ) }
			/>
			<DayField
				label={ __( 'Until', 'orderinvoicer' ) }
				day={ place.until }
				onDay={ ( until ) => onPlace( { ...place, until } ) }
			/>
			<SelectField
				label={ __( 'Document', 'orderinvoicer' ) }
				value={ place.kind }
				options={ [
					{
						value: 'all',
						label: __( 'All documents', 'orderinvoicer' ),
					},
					...KINDS.map( ( value ) => ( {
						value,
						label: kindWord( value ),
					} ) ),
				] }
				onChange={ ( chosen ) =>
					onPlace( {
						...place,
						kind:
							KINDS.find( ( kind ) => kind === chosen ) ?? 'all',
					} )
				}
			/>
			<SelectField
				label={ __( 'State', 'orderinvoicer' ) }
				value={ place.state }
				options={ [
					{
						value: 'all',
						label: __( 'All states', 'orderinvoicer' ),
					},
					...HistoryStateSchema.options.map( ( value ) => ( {
						value,
						label: stateWord( value ),
					} ) ),
				] }
				onChange={ ( chosen ) =>
					onPlace( {
						...place,
						state:
							HistoryStateSchema.options.find(
								( state ) => state === chosen
							) ?? 'all',
					} )
				}
			/>
			<Columns place={ place } onPlace={ onPlace } />
		</div>
	);
}

function Columns( { place, onPlace }: FiltersProps ) {
	const { hidden } = place;
	return (
		<details className="orderinvoicer-history-columns">
			<summary>{ __( 'Columns', 'orderinvoicer' ) }</summary>
			<fieldset>
				<legend className="screen-reader-text">
					{ __( 'Columns', 'orderinvoicer' ) }
				</legend>
				{ COLUMNS.map( ( column ) => (
					<CheckField
						key={ column }
						label={ columnWord( column ) }
						checked={ ! hidden.includes( column ) }
						onChange={ ( isShown ) =>
							onPlace( {
								...place,
								hidden: COLUMNS.filter( ( one ) =>
									one === column
										? ! isShown
										: hidden.includes( one )
								),
							} )
						}
					/>
				) ) }
			</fieldset>
		</details>
	);
}
