import { Button, Card, CardBody, Icon } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { Failure } from '../../../../components/Message';
import { formatCount } from '../../../../i18n/format';
import type { Overview } from '../../../../generated/schemas';
import { SiteDecisionButtons } from '../../../status/SiteDecisionButtons';
import { untilText } from '../../../status/StatusBanner';
import { hrefOf } from '../../../useRoute';
import type { OverviewModel } from '../useOverview';
import { type Verdict, verdictOf } from '../verdict';
import { LastDocument } from './LastDocument';
import { type Level, LEVEL_ICONS } from './levels';

type VerdictCardProps = { data: Overview; at: number; model: OverviewModel };

/** Whether all is well, in one sentence, and the way on where it is not. */
export function VerdictCard( { data, at, model }: VerdictCardProps ) {
	const verdict = verdictOf( data, at );
	const level = levelOf( verdict );
	const detail = detailOf( verdict );
	return (
		<Card className={ `orderinvoicer-verdict is-${ level }` }>
			<CardBody>
				<Icon icon={ LEVEL_ICONS[ level ] } size={ 28 } />
				<div className="orderinvoicer-verdict__words">
					<h3>{ sentenceOf( verdict ) }</h3>
					{ detail && <p>{ detail }</p> }
					{ data.last_document && (
						<LastDocument
							document={ data.last_document }
							at={ at }
						/>
					) }
					{ model.deciding.status === 'failed' && (
						<Failure error={ model.deciding.error } />
					) }
				</div>
				<Actions verdict={ verdict } model={ model } />
			</CardBody>
		</Card>
	);
}

function levelOf( { kind, ...rest }: Verdict ): Level {
	switch ( kind ) {
		case 'well':
			return 'good';
		case 'new_shop':
		case 'unfinished':
		case 'off':
			return 'unknown';
		case 'disconnected':
		case 'right_missing':
			return 'error';
		case 'held_up':
			return 'pause' in rest && rest.pause.until === null
				? 'error'
				: 'warning';
		case 'clash':
		case 'needs_you':
		case 'background':
		case 'silent':
		case 'failing':
			return 'warning';
	}
}

function sentenceOf( verdict: Verdict ): string {
	switch ( verdict.kind ) {
		case 'new_shop':
			return __( 'Nothing is set up yet.', 'orderinvoicer' );
		case 'disconnected':
			return __( 'Sellsy is not connected.', 'orderinvoicer' );
		case 'right_missing':
			return __( 'Rights are missing at Sellsy.', 'orderinvoicer' );
		case 'held_up':
			return __( 'Documents are held up.', 'orderinvoicer' );
		case 'clash':
			return __( 'Another shop uses this shop’s code.', 'orderinvoicer' );
		case 'unfinished':
			return __( 'The set-up is not finished.', 'orderinvoicer' );
		case 'off':
			return __( 'No document is switched on.', 'orderinvoicer' );
		case 'needs_you':
			return sprintf(
				/* translators: %s: number of orders. */
				_n(
					'%s order needs you.',
					'%s orders need you.',
					verdict.orders,
					'orderinvoicer'
				),
				formatCount( verdict.orders )
			);
		case 'background':
			return __(
				'Something in the background is not in order.',
				'orderinvoicer'
			);
		case 'silent':
			return __(
				'Sellsy did not answer when it was last asked.',
				'orderinvoicer'
			);
		case 'failing':
			return sprintf(
				/* translators: %s: number of tries. */
				_n(
					'%s try failed and is repeated by itself.',
					'%s tries failed and are repeated by themselves.',
					verdict.tasks,
					'orderinvoicer'
				),
				formatCount( verdict.tasks )
			);
		case 'well':
			return __( 'All is well: nothing to do.', 'orderinvoicer' );
	}
}

function detailOf( verdict: Verdict ): string {
	switch ( verdict.kind ) {
		case 'new_shop':
			return __(
				'Connect Sellsy and choose which documents your orders become. It takes about ten minutes, and nothing is sent before you switch it on.',
				'orderinvoicer'
			);
		case 'disconnected':
			return __(
				'Orders wait, and nothing is lost. Once it is connected they go on by themselves.',
				'orderinvoicer'
			);
		case 'right_missing':
			return __(
				'What needs them waits, and nothing is lost. “Connection” lists them.',
				'orderinvoicer'
			);
		case 'held_up':
			return [
				verdict.pause.text,
				verdict.pause.next_step,
				untilText( verdict.pause ),
			]
				.filter( Boolean )
				.join( ' ' );
		case 'clash':
			return __(
				'Work goes on, but what may be the other shop’s is left to you until this is settled.',
				'orderinvoicer'
			);
		case 'unfinished':
			return __(
				'No order becomes a document yet, and nothing is sent before you switch it on.',
				'orderinvoicer'
			);
		case 'off':
			return __(
				'Sellsy is connected, but your orders become nothing until you choose which documents you want.',
				'orderinvoicer'
			);
		case 'background':
			return __(
				'New orders may become documents late or not at all; “Health” says what is wrong.',
				'orderinvoicer'
			);
		case 'silent':
			return __(
				'Nothing to do, and nothing is lost: what waits is tried again by itself.',
				'orderinvoicer'
			);
		case 'needs_you':
		case 'failing':
		case 'well':
			return '';
	}
}

type ActionsProps = { verdict: Verdict; model: OverviewModel };

function Actions( { verdict, model }: ActionsProps ) {
	switch ( verdict.kind ) {
		case 'new_shop':
			return (
				<Way
					href={ hrefOf( 'setup' ) }
					label={ __( 'Set up Order Invoicer', 'orderinvoicer' ) }
				/>
			);
		case 'unfinished':
			return (
				<Way
					href={ hrefOf( 'setup' ) }
					label={ __( 'Go on with the set-up', 'orderinvoicer' ) }
				/>
			);
		case 'off':
			return (
				<Way
					href={ hrefOf( 'documents' ) }
					label={ __( 'Choose the documents', 'orderinvoicer' ) }
				/>
			);
		case 'disconnected':
		case 'right_missing':
			return <Connection />;
		case 'held_up':
			return <WayOnFrom code={ verdict.pause.code } model={ model } />;
		case 'clash':
		case 'needs_you':
		case 'background':
		case 'silent':
		case 'failing':
		case 'well':
			return null;
	}
}

const ACCESS = [
	'not_connected',
	'secrets_unreadable',
	'unauthorized',
	'account_blocked',
	'v1_missing',
	'other_account',
];

function WayOnFrom( { code, model }: { code: string; model: OverviewModel } ) {
	if ( code === 'copied_site' ) {
		return (
			<div className="orderinvoicer-actions">
				<SiteDecisionButtons model={ model } />
			</div>
		);
	}
	return ACCESS.includes( code ) ? <Connection /> : null;
}

const Connection = () => (
	<Way
		href={ hrefOf( 'connection' ) }
		label={ __( 'Open the connection', 'orderinvoicer' ) }
	/>
);

const Way = ( { href, label }: { href: string; label: string } ) => (
	<Button variant="primary" __next40pxDefaultSize href={ href }>
		{ label }
	</Button>
);
