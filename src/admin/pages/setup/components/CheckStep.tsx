import { Suspense } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { fetched } from '../../../../components/fetched';
import { Loading } from '../../../../components/Loading';
import { planFrom } from '../plan';
import { choiceOf, type StepProps } from '../progress';
import { stepHref } from '../steps';
import { DryRunPanel } from './DryRunPanel';
import { PlanWaits } from './PlanWaits';
import { StartDate } from './StartDate';
import { StepFrame } from './StepFrame';

/** Below what the step is about: who goes on without it does not pay for it. */
const AccountTrial = fetched( async () => {
	const trial = await import(
		/* webpackChunkName: "account-trial" */ '../../../doctor/AccountTrial'
	);
	return trial.AccountTrial;
} );

export function CheckStep( props: StepProps ) {
	const { form, facts, heading, connection, go } = props;
	const choice = choiceOf( facts );
	const plan = planFrom( props );
	return (
		<StepFrame
			step="check"
			choice={ choice }
			heading={ heading }
			title={ __( 'Try it on your last orders', 'orderinvoicer' ) }
			intro={ __(
				'A dry run does the arithmetic for each of your last orders and compares the totals. It creates nothing, neither here nor in Sellsy. The trial of your account, further below, makes a few things in Sellsy for a moment, and only when you start it.',
				'orderinvoicer'
			) }
			next={ {
				onClick: () => {
					connection.reload(); // The trial may have seen what rights are missing.
					go( stepHref( 'finish', choice ) );
				},
			} }
		>
			{ plan ? (
				<>
					<StartDate form={ form } plan={ plan } />
					<DryRunPanel
						settings={ form.updateWith( plan.edits ) ?? {} }
						shop={ plan.shop }
						choice={ choice }
					/>
				</>
			) : (
				<PlanWaits { ...props } />
			) }
			<Suspense
				fallback={
					<Loading label={ __( 'Opening…', 'orderinvoicer' ) } />
				}
			>
				<AccountTrial
					connectionHref={ stepHref( 'connect', choice ) }
				/>
			</Suspense>
		</StepFrame>
	);
}
