import { Button, Card, CardHeader } from '@wordpress/components';
import { useCallback, useMemo, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { getHistory, getHistoryAbout } from '../../../api/historyEndpoints';
import type { Page } from '../../../api/pages';
import { useLastGood } from '../../../api/useLastGood';
import { type View, useResource } from '../../../api/useResource';
import { fetched } from '../../../components/fetched';
import { FetchedPart } from '../../../components/FetchedPart';
import { Failure, Message } from '../../../components/Message';
import { ResourceView } from '../../../components/ResourceView';
import { Rows } from '../../../components/Rows';
import { formatCount } from '../../../i18n/format';
import type { HistoryAbout, HistoryRow } from '../../../generated/schemas';
import { NO_FILTER } from '../../../api/tasksFilter';
import type { Go, Route } from '../../useRoute';
import { Outcome } from '../tasks/components/Outcome';
import { Pager } from '../tasks/components/Pager';
import { useDeciding } from '../tasks/useTasks';
import { HistoryFilters } from './components/HistoryFilters';
import { HistoryTable } from './components/HistoryTable';
import { Nothing } from './components/Nothing';
import { filterOf, hrefOfHistory, type Place, placeOf, queryOf } from './place';

const Archive = fetched( async () => {
	const { Archive: Component } = await import(
		/* webpackChunkName: "archive" */ './components/Archive'
	);
	return Component;
} );

const TimelineModal = fetched( async () => {
	const { TimelineModal: Component } = await import(
		/* webpackChunkName: "timeline" */ '../tasks/components/TimelineModal'
	);
	return Component;
} );

type HistoryPageProps = { route: Route; go: Go; onChanged: () => void };

/** Each order with its documents. */
export function HistoryPage( { route, go, onChanged }: HistoryPageProps ) {
	const { query, page, timeline } = route;
	const place = useMemo( () => placeOf( query ), [ query ] );
	const asked = new URLSearchParams( queryOf( place ) ).toString();
	const load = useCallback(
		( signal: AbortSignal ) => getHistory( page, asked, signal ),
		[ page, asked ]
	);
	const { resource, reload } = useResource( load );
	const about = useResource( getHistoryAbout );
	const view = useLastGood( resource, load );
	const refresh = useCallback( () => {
		reload();
		onChanged();
	}, [ reload, onChanged ] );
	const { deciding } = useDeciding( NO_FILTER, refresh );
	const [ pdfs, setPdfs ] = useState< 'none' | 'asks' | 'asked' >( 'none' );
	const filter = useMemo( () => filterOf( place ), [ place ] );
	const hasArchive =
		about.resource.status === 'ready' && about.resource.data.archive;
	const onPlace = ( next: Place ) => go( hrefOfHistory( next ) );
	return (
		<div>
			<Outcome deciding={ deciding } isCovered={ timeline !== null } />
			<HistoryFilters place={ place } onPlace={ onPlace } />
			<Waiting about={ about } />
			{ ( pdfs !== 'none' || hasArchive ) && (
				<FetchedPart isQuiet>
					<Archive
						query={ filter }
						isAsking={ pdfs === 'asks' }
						isThere={ hasArchive }
						onAsked={ () => setPdfs( 'asked' ) }
					/>
				</FetchedPart>
			) }
			{ view.status === 'ready' && view.outdated && (
				<Failure error={ view.outdated } onRetry={ reload } />
			) }
			<ResourceView
				view={ { resource: view, reload } }
				loadingLabel={ __( 'Reading the list…', 'orderinvoicer' ) }
			>
				{ ( data ) => (
					<Rows
						isEarlier={ view.status === 'ready' && view.isEarlier }
					>
						<List
							data={ data }
							about={ about }
							place={ place }
							onPlace={ onPlace }
							onPdfs={ () => setPdfs( 'asks' ) }
						/>
						<Pager
							page={ data.page }
							pages={ data.pages }
							onPage={ ( next ) =>
								go( hrefOfHistory( place, { page: next } ) )
							}
							words={ {
								previous: __( 'Previous', 'orderinvoicer' ),
								next: __( 'Next', 'orderinvoicer' ),
							} }
						/>
					</Rows>
				) }
			</ResourceView>
			{ timeline !== null && (
				<FetchedPart isQuiet>
					<TimelineModal
						key={ timeline }
						orderId={ timeline }
						deciding={ deciding }
						onClose={ () =>
							go( hrefOfHistory( place, { page } ), 'replace' )
						}
					/>
				</FetchedPart>
			) }
		</div>
	);
}

type ListProps = {
	data: Page< HistoryRow >;
	about: View< HistoryAbout >;
	place: Place;
	onPlace: ( place: Place ) => void;
	onPdfs: () => void;
};

function List( { data, about, place, onPlace, onPdfs }: ListProps ) {
	return (
		<>
			{ data.more > 0 && (
				<Message status="info">
					{ __(
						'Only the newest documents were looked at. Choose days, or look for an order or a document by its number, to see others. The file holds all.',
						'orderinvoicer'
					) }
				</Message>
			) }
			<Card className="orderinvoicer-tasks orderinvoicer-history">
				<CardHeader>
					<h2 className="orderinvoicer-section__title">
						{ __( 'Documents', 'orderinvoicer' ) }
					</h2>
					<div className="orderinvoicer-actions">
						{ data.items.length > 0 && (
							<Button
								variant="secondary"
								__next40pxDefaultSize
								onClick={ onPdfs }
							>
								{ __( 'Download the PDFs', 'orderinvoicer' ) }
							</Button>
						) }
						<Download about={ about } place={ place } />
					</div>
				</CardHeader>
				{ place.kind === 'all' && (
					<p className="orderinvoicer-muted orderinvoicer-history-file">
						{ __(
							'The file has invoices and credit notes, so that no sale is added up twice. For others, choose the document first.',
							'orderinvoicer'
						) }
					</p>
				) }
				{ data.items.length === 0 ? (
					<Nothing place={ place } />
				) : (
					<HistoryTable
						rows={ data.items }
						place={ place }
						onPlace={ onPlace }
						timelineOf={ ( { order } ) =>
							hrefOfHistory( place, {
								page: data.page,
								timeline: order.id,
							} )
						}
					/>
				) }
			</Card>
		</>
	);
}

function Download( { about, place }: Pick< ListProps, 'about' | 'place' > ) {
	if ( about.resource.status !== 'ready' ) {
		return null;
	}
	const query = new URLSearchParams( queryOf( place ) ).toString();
	return (
		<Button
			variant="secondary"
			__next40pxDefaultSize
			href={ about.resource.data.csv + ( query && `&${ query }` ) }
		>
			{ __( 'Download as CSV', 'orderinvoicer' ) }
		</Button>
	);
}

/** Nothing was asked for these so far: they stand in WooCommerce's list alone. */
function Waiting( { about: { resource } }: Pick< ListProps, 'about' > ) {
	if ( resource.status !== 'ready' || resource.data.waiting === 0 ) {
		return null;
	}
	const { waiting, more, waiting_url: href } = resource.data;
	return (
		<p className="orderinvoicer-history-waiting">
			<a href={ href }>
				{ sprintf(
					/* translators: %s: number of orders; "more than 12" where not all were counted. */
					_n(
						'%s order waits for its moment',
						'%s orders wait for their moment',
						waiting,
						'orderinvoicer'
					),
					more
						? sprintf(
								/* translators: %s: number of orders, in "more than 12 orders wait for their moment". */
								__( 'More than %s', 'orderinvoicer' ),
								formatCount( waiting )
							)
						: formatCount( waiting )
				) }
			</a>
		</p>
	);
}
