import { __, sprintf } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';
import {
	formatCount,
	formatDay,
	formatShortDay,
} from '../../../../i18n/format';
import { labelled } from '../../../../i18n/labels';
import type { Day, Kind } from '../../../../generated/schemas';
import { kindWord } from '../../../settings/kinds';
import { busiest, chartOf, type Chart, totalOf, totalOfKind } from '../chart';
import { DaysTable } from './DaysTable';

export function DocumentsChart( { days }: { days: Day[] } ) {
	const chart = chartOf( days );
	return (
		<Section title={ __( 'Documents per day', 'orderinvoicer' ) }>
			{ chart.total === 0 ? (
				<p className="orderinvoicer-chart__empty">
					{ __(
						'No document was made in the last 30 days. New ones are counted here as soon as they are made.',
						'orderinvoicer'
					) }
				</p>
			) : (
				<>
					<Legend days={ days } kinds={ chart.kinds } />
					<Picture days={ days } chart={ chart } />
					<details className="orderinvoicer-chart__table">
						<summary>
							{ __( 'The same as a table', 'orderinvoicer' ) }
						</summary>
						<DaysTable days={ days } kinds={ chart.kinds } />
					</details>
				</>
			) }
		</Section>
	);
}

function Legend( { days, kinds }: { days: Day[]; kinds: Kind[] } ) {
	return (
		<ul className="orderinvoicer-chart__legend">
			{ kinds.map( ( kind ) => (
				<li key={ kind } className={ `is-${ kind }` }>
					{ kindWord( kind ) }{ ' ' }
					<strong>
						{ formatCount( totalOfKind( days, kind ) ) }
					</strong>
				</li>
			) ) }
		</ul>
	);
}

type PictureProps = { days: Day[]; chart: Chart };

function Picture( { days, chart }: PictureProps ) {
	return (
		<div
			className="orderinvoicer-chart"
			role="img"
			aria-label={ summary( days, chart.total ) }
		>
			<div className="orderinvoicer-chart__axis">
				{ [ ...chart.ticks ].reverse().map( ( tick ) => (
					<span key={ tick }>{ formatCount( tick ) }</span>
				) ) }
			</div>
			<Plot days={ days } chart={ chart } />
			<div className="orderinvoicer-chart__days">
				{ days.map( ( { day }, index ) => (
					<span key={ day }>
						{ ( days.length - 1 - index ) % WEEK === 0 &&
							formatShortDay( day ) }
					</span>
				) ) }
			</div>
		</div>
	);
}

const WEEK = 7;
/** Of a day's room, so that bars stand apart. */
const BAR = 0.7;

/** Everything in percent, so that it fits any width without being stretched. */
function Plot( { days, chart: { ticks, bars } }: PictureProps ) {
	const room = 100 / bars.length;
	const percent = ( value: number ) => `${ value.toFixed( 3 ) }%`;
	return (
		<svg className="orderinvoicer-chart__plot">
			{ ticks.map( ( tick, index ) => {
				const y = percent( 100 * ( 1 - index / ( ticks.length - 1 ) ) );
				return <line key={ tick } x1="0" x2="100%" y1={ y } y2={ y } />;
			} ) }
			{ bars.map( ( { day, parts }, index ) => (
				<g key={ day }>
					<title>{ dayText( days[ index ] ) }</title>
					<rect
						className="orderinvoicer-chart__day"
						x={ percent( index * room ) }
						width={ percent( room ) }
						height="100%"
					/>
					{ parts.map( ( { kind, top, height } ) => (
						<rect
							key={ kind }
							className={ `is-${ kind }` }
							x={ percent( ( index + ( 1 - BAR ) / 2 ) * room ) }
							width={ percent( room * BAR ) }
							y={ percent( top ) }
							height={ percent( height ) }
						/>
					) ) }
				</g>
			) ) }
		</svg>
	);
}

/** "24 November 2026: Invoice 3, Credit note 1" */
function dayText( day: Day | undefined ): string {
	if ( day === undefined ) {
		return '';
	}
	const kinds = chartOf( [ day ] ).kinds.map(
		( kind ) =>
			`${ kindWord( kind ) } ${ formatCount( day.counts[ kind ] ) }`
	);
	return labelled(
		formatDay( day.day ),
		kinds.join( ', ' ) || formatCount( 0 )
	);
}

function summary( days: Day[], total: number ): string {
	const most = busiest( days );
	return sprintf(
		/* translators: 1: number of documents; 2: a day; 3: number of documents. */
		__(
			'Documents made in the last 30 days: %1$s. Most on %2$s: %3$s. The table below says the same.',
			'orderinvoicer'
		),
		formatCount( total ),
		most ? formatDay( most.day ) : '',
		formatCount( most ? totalOf( most ) : 0 )
	);
}
