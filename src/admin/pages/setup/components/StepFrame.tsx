import { Button, Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ActionState } from '../../../../api/useAction';
import { Failure } from '../../../../components/Message';
import type { Choice } from '../../../settings/presets';
import { type Step, stepBefore, stepHref } from '../steps';
import { stepOf } from './StepIndicator';

type StepFrameProps = {
	step: Step;
	choice: Choice | null;
	heading: React.RefObject< HTMLHeadingElement >;
	title: string;
	intro?: React.ReactNode;
	/** All is on: below it, nothing leads back. */
	isGood?: boolean;
	children: React.ReactNode;
	/** What leads on; nothing where this step leads nowhere yet. */
	next?: Next | undefined;
	/** Where leaving the step out does no harm: where that leads. */
	skipHref?: string | undefined;
	saving?: ActionState;
};

type Next = {
	label?: string;
	onClick: () => void;
	disabled?: boolean;
};

export function StepFrame( {
	step,
	choice,
	heading,
	title,
	intro,
	isGood = false,
	children,
	next,
	skipHref,
	saving = { status: 'idle' },
}: StepFrameProps ) {
	const before = isGood ? null : stepBefore( step );
	return (
		<div className="orderinvoicer-setup__step">
			<div className="orderinvoicer-setup__header">
				{ isGood && (
					<span
						className="orderinvoicer-setup__good"
						aria-hidden="true"
					>
						<Icon icon="yes" size={ 40 } />
					</span>
				) }
				<h3
					ref={ heading }
					tabIndex={ -1 }
					className="orderinvoicer-setup__title"
				>
					<span className="orderinvoicer-setup__number">
						{ stepOf( step ) }
					</span>{ ' ' }
					{ title }
				</h3>
				{ intro && (
					<p className="orderinvoicer-setup__intro">{ intro }</p>
				) }
			</div>
			{ children }
			{ saving.status === 'failed' && <Failure error={ saving.error } /> }
			<div className="orderinvoicer-setup__footer">
				{ before && (
					<Button
						variant="tertiary"
						__next40pxDefaultSize
						href={ stepHref( before, choice ) }
					>
						{ __( 'Back', 'orderinvoicer' ) }
					</Button>
				) }
				<div className="orderinvoicer-setup__onward">
					{ skipHref && (
						<Button
							variant="tertiary"
							__next40pxDefaultSize
							href={ skipHref }
						>
							{ __( 'Skip for now', 'orderinvoicer' ) }
						</Button>
					) }
					{ next && <NextButton next={ next } saving={ saving } /> }
				</div>
			</div>
		</div>
	);
}

function NextButton( { next, saving }: { next: Next; saving: ActionState } ) {
	const isSaving = saving.status === 'running';
	return (
		<Button
			variant="primary"
			__next40pxDefaultSize
			isBusy={ isSaving }
			disabled={ isSaving || next.disabled === true }
			accessibleWhenDisabled
			onClick={ next.onClick }
		>
			{ next.label ?? __( 'Continue', 'orderinvoicer' ) }
		</Button>
	);
}
