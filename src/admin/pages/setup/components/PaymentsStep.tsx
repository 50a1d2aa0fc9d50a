import { __ } from '@wordpress/i18n';
import { getOrderUsage, getPaymentMethods } from '../../../../api/endpoints';
import { isLoading, useResource } from '../../../../api/useResource';
import { Message } from '../../../../components/Message';
import { MethodsSection } from '../../payments/components/MethodsSection';
import { methodEdits } from '../parts';
import { choiceOf, type StepProps } from '../progress';
import { stepHref } from '../steps';
import { useWhileShown } from '../hooks';
import { StepFrame } from './StepFrame';

export function PaymentsStep( { form, facts, heading, go }: StepProps ) {
	const methods = useResource( getPaymentMethods );
	const usage = useResource( getOrderUsage );
	const whileShown = useWhileShown();
	const choice = choiceOf( facts );
	const next = stepHref( 'check', choice );
	return (
		<StepFrame
			step="payments"
			choice={ choice }
			heading={ heading }
			title={ __( 'How do your customers pay?', 'orderinvoicer' ) }
			intro={ __(
				'Payments are recorded on their invoice under a payment method of Sellsy. Say which it is for each way to pay.',
				'orderinvoicer'
			) }
			skipHref={ next }
			saving={ form.saving }
			next={ {
				onClick: () =>
					form.savePart( methodEdits, () =>
						whileShown( () => go( next ) )
					),
				disabled: isLoading( methods, usage ),
			} }
		>
			{ choice === 'drafts' && (
				<Message status="info">
					<p>
						{ __(
							'Sellsy takes no payment on a draft: payments are recorded once an invoice is final.',
							'orderinvoicer'
						) }
					</p>
				</Message>
			) }
			<MethodsSection
				form={ form }
				lists={ methods }
				usage={ usage }
				isPreselected
			/>
		</StepFrame>
	);
}
