import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useAction } from '../../../../api/useAction';
import { fetched } from '../../../../components/fetched';
import { FetchedPart } from '../../../../components/FetchedPart';
import { ResourceView } from '../../../../components/ResourceView';
import type { Sellsy, Shop } from '../../../../generated/schemas';
import { NO_EDITS } from '../../../settings/edits';
import { Since } from '../../essentials/components/Since';
import { Told } from '../../essentials/components/Told';
import { fetchDone } from '../lastPage';
import { isOn, type StepProps } from '../progress';
import { stepHref } from '../steps';
import { MissingRights } from './MissingRights';
import { StepFrame } from './StepFrame';

/** Below what the step is about: who goes on without it does not pay for it. */
const AccountTrial = fetched( async () => {
	const trial = await import(
		/* webpackChunkName: "account-trial" */ '../../../doctor/AccountTrial'
	);
	return trial.AccountTrial;
} );

/** While the lists of Sellsy and of the shop are read. */
const DryRunPanel = fetched( async () => {
	const panel = await import(
		/* webpackChunkName: "setup-dry-run" */ './DryRunPanel'
	);
	return panel.DryRunPanel;
} );

const WhatStops = fetched( async () => {
	const stops = await import(
		/* webpackChunkName: "setup-stops" */ './WhatStops'
	);
	return stops.WhatStops;
} );

export function CheckStep( props: StepProps ) {
	const { draft, facts, heading, lists, shop } = props;
	const { saving, switchOn } = useSwitch( props );
	const isRead = [ lists.sellsy, shop ].every(
		( { resource } ) => resource.status === 'ready'
	);
	return (
		<StepFrame
			step="check"
			heading={ heading }
			title={ __( 'Try it on your last orders', 'orderinvoicer' ) }
			intro={ __(
				'The dry run does the arithmetic for each of your last orders and compares the totals. It creates nothing, neither here nor in Sellsy.',
				'orderinvoicer'
			) }
			saving={ saving }
			next={
				isRead
					? {
							label: isOn( facts.saved )
								? __( 'Save changes', 'orderinvoicer' )
								: __( 'Switch on', 'orderinvoicer' ),
							onClick: switchOn,
							disabled:
								Object.keys( draft.form.errors ).length > 0,
							missing: __(
								'Something that was chosen cannot be saved.',
								'orderinvoicer'
							),
						}
					: undefined
			}
		>
			<ResourceView
				view={ lists.sellsy }
				loadingLabel={ __(
					'Reading what your Sellsy account offers…',
					'orderinvoicer'
				) }
			>
				{ ( sellsy ) => (
					<ResourceView
						view={ shop }
						loadingLabel={ __(
							'Reading the shop…',
							'orderinvoicer'
						) }
					>
						{ ( data ) => (
							<Trial
								{ ...props }
								sellsy={ sellsy }
								data={ data }
							/>
						) }
					</ResourceView>
				) }
			</ResourceView>
			<FetchedPart>
				<AccountTrial connectionHref={ stepHref( 'connect' ) } />
			</FetchedPart>
		</StepFrame>
	);
}

/** WooCommerce's switches first: where they fail, nothing is on. Then all settings, in one request. */
function useSwitch( { draft, go }: StepProps ) {
	const { form, switches, forget } = draft;
	const { state: saving, run } = useAction();
	const isSaved = saving.status === 'done';
	// Only while this step is still shown: nobody is taken away from where they went.
	useEffect( () => {
		if ( isSaved ) {
			go( stepHref( 'done' ), 'replace' );
		}
	}, [ isSaved, go ] );
	const switchOn = () =>
		run( async () => {
			fetchDone();
			const update = form.updateWith( NO_EDITS );
			await switches.store();
			if ( update ) {
				await form.saveNow( update );
			}
			forget();
		} );
	return { saving, switchOn };
}

type TrialProps = StepProps & { sellsy: Sellsy; data: Shop };

function Trial( { draft, facts, sellsy, data }: TrialProps ) {
	const { form, switches } = draft;
	const sentence = {
		form,
		switches,
		shop: data,
		// The dry run asks about it already.
		newest: 'reading',
		hasV1: sellsy.has_v1,
	} as const;
	return (
		<>
			<MissingRights facts={ facts } />
			<FetchedPart>
				<WhatStops
					settings={ form.value }
					shop={ data }
					hasV1={ sellsy.has_v1 }
				/>
				<DryRunPanel
					settings={ form.updateWith( NO_EDITS ) ?? {} }
					shop={ data }
				/>
			</FetchedPart>
			<div className="orderinvoicer-essentials__card">
				<Since { ...sentence } />
				<Told { ...sentence } />
			</div>
		</>
	);
}
