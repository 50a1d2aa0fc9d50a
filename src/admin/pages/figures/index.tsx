import { useCallback, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { getFigures } from '../../../api/endpoints';
import { useLastGood } from '../../../api/useLastGood';
import { useResource } from '../../../api/useResource';
import { Failure } from '../../../components/Message';
import { ResourceView } from '../../../components/ResourceView';
import { Rows } from '../../../components/Rows';
import { Loading } from '../../../components/Loading';
import type { Days, Figures } from '../../../generated/schemas';
import { type Go, hrefOf, type Route } from '../../useRoute';
import { CurrencySections } from './components/CurrencySections';
import { Gaps } from './components/Gaps';
import { PeriodBar } from './components/PeriodBar';
import { daysOf, today } from './periods';
import { loadWidgets, type Widgets } from './widgets';

type FiguresPageProps = { route: Route; go: Go };

/** A period beside the one before. */
export function FiguresPage( { route: { filter }, go }: FiguresPageProps ) {
	const { from, until } = filter;
	const days: Days =
		from === '' || until === ''
			? daysOf( 'month', today() )
			: { from, until };
	const load = useCallback(
		( signal: AbortSignal ) =>
			getFigures( { from: days.from, until: days.until }, signal ),
		[ days.from, days.until ]
	);
	const { resource, reload } = useResource( load );
	const view = useLastGood( resource, load );
	const widgets = useWidgets();
	return (
		<div className="orderinvoicer-stack orderinvoicer-figures">
			<PeriodBar
				days={ days }
				onDays={ ( next ) => go( hrefOf( 'figures', next ) ) }
			/>
			{ view.status === 'ready' && view.outdated && (
				<Failure error={ view.outdated } onRetry={ reload } />
			) }
			<ResourceView
				view={ { resource: view, reload } }
				loadingLabel={ __( 'Adding up…', 'orderinvoicer' ) }
			>
				{ ( figures ) => (
					<Rows
						isEarlier={ view.status === 'ready' && view.isEarlier }
					>
						<Found figures={ figures } widgets={ widgets } />
					</Rows>
				) }
			</ResourceView>
		</div>
	);
}

type FoundProps = {
	figures: Figures;
	widgets: Widgets | null | undefined;
};

function Found( { figures, widgets }: FoundProps ) {
	if ( widgets === undefined ) {
		return <Loading label={ __( 'Adding up…', 'orderinvoicer' ) } />;
	}
	return (
		<>
			<Gaps figures={ figures } />
			{ figures.currencies.length === 0 ? (
				<p>
					{ __(
						'Nothing was ordered or invoiced in this period and the one before. Choose other days above.',
						'orderinvoicer'
					) }
				</p>
			) : (
				figures.currencies.map( ( currency ) => (
					<CurrencySections
						key={ currency.currency }
						figures={ figures }
						currency={ currency }
						widgets={ widgets }
					/>
				) )
			) }
		</>
	);
}

/** Undefined while they are fetched. */
function useWidgets(): Widgets | null | undefined {
	const [ widgets, setWidgets ] = useState< Widgets | null | undefined >();
	useEffect( () => {
		let isLeft = false;
		void loadWidgets().then( ( found ) => {
			if ( ! isLeft ) {
				setWidgets( found );
			}
		} );
		return () => {
			isLeft = true;
		};
	}, [] );
	return widgets;
}
