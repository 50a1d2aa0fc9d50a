import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import { problemTitle } from '../../../../i18n/problems';
import type { Overview, ProblemGroup } from '../../../../generated/schemas';
import { canRetryTogether } from '../../../retry';
import { CauseGroup } from './CauseGroup';

type NeedsYouProps = {
	groups: ProblemGroup[];
	mended: Overview[ 'needs_you' ][ 'mended' ];
	isBusy: boolean;
	/** Those with one problem; all without. */
	onRetry: ( problem?: string ) => void;
	onRetryMended: () => void;
};

/** What stopped, by cause: mended once, it goes on for all of its orders. */
export function NeedsYou( {
	groups,
	mended,
	isBusy,
	onRetry,
	onRetryMended,
}: NeedsYouProps ) {
	return (
		<Section
			title={ __( 'What needs you', 'orderinvoicer' ) }
			actions={
				groups.filter( ( { code } ) => canRetryTogether( code ) )
					.length > 1 && (
					<RetryButton
						label={ __( 'Retry all', 'orderinvoicer' ) }
						variant="secondary"
						isBusy={ isBusy }
						onClick={ () => onRetry() }
					/>
				)
			}
		>
			{ mended && (
				<Message status="info">
					<p>{ mended.says }</p>
					<RetryButton
						label={ __( 'Let these go on', 'orderinvoicer' ) }
						variant="secondary"
						isBusy={ isBusy }
						onClick={ onRetryMended }
					/>
				</Message>
			) }
			<ul className="orderinvoicer-causes">
				{ groups.map( ( group ) => (
					<CauseGroup key={ group.code } group={ group }>
						{ canRetryTogether( group.code ) && (
							<RetryButton
								label={ __( 'Retry these', 'orderinvoicer' ) }
								variant="tertiary"
								name={ sprintf(
									/* translators: %s: why orders stopped, such as "A tax rate has no Sellsy tax". */
									__( 'Retry these: %s', 'orderinvoicer' ),
									problemTitle( group.code )
								) }
								isBusy={ isBusy }
								onClick={ () => onRetry( group.code ) }
							/>
						) }
					</CauseGroup>
				) ) }
			</ul>
		</Section>
	);
}

type RetryButtonProps = {
	label: string;
	/** For those who hear one button after another. */
	name?: string;
	variant: 'secondary' | 'tertiary';
	isBusy: boolean;
	onClick: () => void;
};

const RetryButton = ( { label, name, isBusy, ...props }: RetryButtonProps ) => (
	<Button
		size="compact"
		disabled={ isBusy }
		accessibleWhenDisabled
		{ ...props }
		{ ...( name === undefined ? {} : { 'aria-label': name } ) }
	>
		{ label }
	</Button>
);
