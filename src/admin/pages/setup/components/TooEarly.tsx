import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import type { Choice } from '../../../settings/presets';
import { type Step, stepHref, stepWord } from '../steps';
import { StepFrame } from './StepFrame';

type TooEarlyProps = {
	step: Step;
	premise: Step;
	choice: Choice | null;
	heading: React.RefObject< HTMLHeadingElement >;
};

/** A step whose premise is missing: why, and the way there. */
export function TooEarly( { step, premise, choice, heading }: TooEarlyProps ) {
	return (
		<StepFrame
			step={ step }
			choice={ choice }
			heading={ heading }
			title={ stepWord( step ) }
		>
			<Message
				status="info"
				actions={
					<Button
						variant="primary"
						__next40pxDefaultSize
						href={ stepHref( premise, choice ) }
					>
						{ premise === 'connect'
							? __( 'Connect Sellsy', 'orderinvoicer' )
							: __( 'Choose the documents', 'orderinvoicer' ) }
					</Button>
				}
			>
				<p>
					{ premise === 'connect'
						? __(
								'This step asks your Sellsy account, and the shop is not connected to it.',
								'orderinvoicer'
							)
						: __(
								'This step depends on which documents you want, and none is chosen yet.',
								'orderinvoicer'
							) }
				</p>
			</Message>
		</StepFrame>
	);
}
