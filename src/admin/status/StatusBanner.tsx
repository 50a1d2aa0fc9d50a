import { __, _n, sprintf } from '@wordpress/i18n';
import { Failure, Message, ProblemMessage } from '../../components/Message';
import { useFocusKept } from '../../components/useFocusKept';
import { formatCount, formatTime } from '../../i18n/format';
import type { Status } from '../../generated/schemas';
import { hrefOf, type Tab } from '../useRoute';
import { ClashMessage } from './ClashMessage';
import { SiteDecisionButtons } from './SiteDecisionButtons';
import type { StatusModel } from './useStatus';

type StatusBannerProps = { model: StatusModel; tab: Tab };

/** Above every tab: why work stands still. What needs a person stands on the overview, and in the menu. */
export function StatusBanner( { model, tab }: StatusBannerProps ) {
	const { resource, deciding, settling } = model;
	const { area, place } = useFocusKept< HTMLDivElement >();
	if ( resource.status === 'loading' ) {
		return null;
	}
	if ( resource.status === 'error' ) {
		return <Failure error={ resource.error } onRetry={ model.reload } />;
	}
	const { pause, clash, counts, loopback } = resource.data;
	return (
		<div className="orderinvoicer-banner" { ...area } { ...place }>
			{ pause && <Pause pause={ pause } model={ model } /> }
			{ deciding.status === 'failed' && (
				<Failure error={ deciding.error } />
			) }
			{ clash && <ClashMessage clash={ clash } model={ model } /> }
			{ settling.status === 'failed' && (
				<Failure error={ settling.error } />
			) }
			{ counts.queued > 0 && <Waiting status={ resource.data } /> }
			{ loopback === 'blocked' && (
				<LoopbackBlocked saysMore={ tab !== 'diagnostics' } />
			) }
		</div>
	);
}

type PauseProps = {
	pause: NonNullable< Status[ 'pause' ] >;
	model: StatusModel;
};

function Pause( { pause, model }: PauseProps ) {
	return (
		<ProblemMessage
			problem={ {
				...pause,
				next_step: [ pause.next_step, untilText( pause ) ]
					.filter( Boolean )
					.join( ' ' ),
			} }
			status={ pause.until === null ? 'error' : 'warning' }
			actions={
				pause.code === 'copied_site' && (
					<SiteDecisionButtons model={ model } />
				)
			}
		/>
	);
}

/** Empty where a person must make it go on: when Sellsy is asked again is no news to them. */
export const untilText = ( { code, until }: PauseProps[ 'pause' ] ): string => {
	if ( until === null || code === 'unauthorized' ) {
		return '';
	}
	return code === 'rate_limited'
		? sprintf(
				/* translators: %s: date and time. */
				__( 'Work goes on at %s.', 'orderinvoicer' ),
				formatTime( until )
			)
		: sprintf(
				/* translators: %s: date and time. */
				__( 'Sellsy is asked again at %s.', 'orderinvoicer' ),
				formatTime( until )
			);
};

function Waiting( {
	status: { counts, oldest_due_at: due },
}: {
	status: Status;
} ) {
	return (
		<Message status="info">
			<p>
				<a href={ hrefOf( 'log', { state: 'queued' } ) }>
					{ sprintf(
						/* translators: %s: number of tasks. */
						_n(
							'%s task is waiting.',
							'%s tasks are waiting.',
							counts.queued,
							'orderinvoicer'
						),
						formatCount( counts.queued )
					) }
				</a>{ ' ' }
				{ due &&
					sprintf(
						/* translators: %s: date and time. */
						__(
							'The oldest has been due since %s.',
							'orderinvoicer'
						),
						formatTime( due )
					) }
			</p>
		</Message>
	);
}

function LoopbackBlocked( { saysMore }: { saysMore: boolean } ) {
	return (
		<Message status="warning">
			<p>
				{ __(
					'Documents are made a few minutes late, because your host does not let this site call itself.',
					'orderinvoicer'
				) }{ ' ' }
				{ saysMore && (
					<a href={ hrefOf( 'diagnostics' ) }>
						{ __(
							'The page “Diagnostics” says more.',
							'orderinvoicer'
						) }
					</a>
				) }
			</p>
		</Message>
	);
}
