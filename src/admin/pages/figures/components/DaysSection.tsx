import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';
import { SelectField } from '../../../../components/fields';
import {
	formatCount,
	formatDay,
	formatMoney,
	formatMonth,
} from '../../../../i18n/format';
import type { FigureDay } from '../../../../generated/schemas';
import type { Widgets } from '../widgets';
import type { CurrencyProps } from '../types';

type Shown = 'documents' | 'amounts';

/** Documents of each day, or what they come to; the same as a table. */
export function DaysSection( { currency, widgets }: CurrencyProps ) {
	const [ shown, setShown ] = useState< Shown >( 'documents' );
	const days = currency.days.filter(
		( day ) => day.invoices + day.credit_notes > 0
	);
	return (
		<Section
			title={ __( 'Day by day', 'orderinvoicer' ) }
			actions={
				widgets && days.length > 0 ? (
					<SelectField
						label={ __( 'Shown', 'orderinvoicer' ) }
						hideLabelFromVision
						value={ shown }
						options={ [
							{
								value: 'documents',
								label: __( 'Documents', 'orderinvoicer' ),
							},
							{
								value: 'amounts',
								label: __( 'Amounts', 'orderinvoicer' ),
							},
						] }
						onChange={ ( value ) =>
							setShown(
								value === 'amounts' ? 'amounts' : 'documents'
							)
						}
					/>
				) : undefined
			}
		>
			{ days.length === 0 ? (
				<p>
					{ __(
						'No final invoice or credit note has a date in this period.',
						'orderinvoicer'
					) }
				</p>
			) : (
				<>
					{ widgets && (
						<Picture
							days={ currency.days }
							shown={ shown }
							code={ currency.currency }
							widgets={ widgets }
						/>
					) }
					<details open={ widgets === null }>
						<summary>
							{ __( 'The same as a table', 'orderinvoicer' ) }
						</summary>
						<DaysTable days={ days } code={ currency.currency } />
					</details>
				</>
			) }
		</Section>
	);
}

type PictureProps = {
	days: FigureDay[];
	shown: Shown;
	code: string;
	widgets: Widgets;
};

/** Each of its bars would be a stop of the keyboard without a role: the table below says the same. */
function Picture( { days, shown, code, widgets: { Chart } }: PictureProps ) {
	const invoices = __( 'Invoices', 'orderinvoicer' );
	const notes = __( 'Credit notes', 'orderinvoicer' );
	const isMoney = shown === 'amounts';
	const point = ( label: string, count: number, amount: string ) => ( {
		label,
		value: isMoney ? Number( amount ) : count,
	} );
	return (
		<div
			className="orderinvoicer-figures__chart"
			ref={ ( element ) => element?.setAttribute( 'inert', '' ) }
		>
			<Chart
				key={ shown }
				title={ __( 'Day by day', 'orderinvoicer' ) }
				data={ days.map( ( day ) => ( {
					date: `${ day.day }T00:00:00`,
					[ invoices ]: point( invoices, day.invoices, day.invoiced ),
					[ notes ]: point( notes, day.credit_notes, day.credited ),
				} ) ) }
				chartType="bar"
				interval="day"
				interactiveLegend={ false }
				showHeaderControls={ false }
				isRequesting={ false }
				valueType="number"
				tooltipValueFormat={ ( value ) =>
					isMoney
						? formatMoney( String( value ), code )
						: formatCount( value )
				}
				x2Format={ monthOf }
				emptyMessage={ __( 'Nothing yet', 'orderinvoicer' ) }
			/>
		</div>
	);
}

const monthOf = ( date: Date ): string =>
	formatMonth(
		[ date.getFullYear(), date.getMonth() + 1 ]
			.join( '-' )
			.replace( /-(\d)$/, '-0$1' )
	);

type DaysTableProps = { days: FigureDay[]; code: string };

/** Newest first. It scrolls by itself where it is too wide, with the arrow keys too. */
function DaysTable( { days, code }: DaysTableProps ) {
	return (
		<div
			className="orderinvoicer-days"
			role="region"
			aria-label={ __( 'Day by day', 'orderinvoicer' ) }
			tabIndex={ 0 }
		>
			<table className="widefat striped">
				<thead>
					<tr>
						<th scope="col">{ __( 'Day', 'orderinvoicer' ) }</th>
						<th scope="col">
							{ __( 'Invoices', 'orderinvoicer' ) }
						</th>
						<th scope="col">
							{ __( 'Invoiced', 'orderinvoicer' ) }
						</th>
						<th scope="col">
							{ __( 'Credit notes', 'orderinvoicer' ) }
						</th>
						<th scope="col">
							{ __( 'Credited', 'orderinvoicer' ) }
						</th>
					</tr>
				</thead>
				<tbody>
					{ [ ...days ].reverse().map( ( day ) => (
						<tr key={ day.day }>
							<th scope="row">{ formatDay( day.day ) }</th>
							<td>{ formatCount( day.invoices ) }</td>
							<td>{ formatMoney( day.invoiced, code ) }</td>
							<td>{ formatCount( day.credit_notes ) }</td>
							<td>{ formatMoney( day.credited, code ) }</td>
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	);
}
