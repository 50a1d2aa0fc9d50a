import { Button, Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ActionState } from '../../../../api/useAction';
import { Failure } from '../../../../components/Message';
import { type Step, stepBefore, stepHref } from '../steps';
import { numberText } from './StepIndicator';

type StepFrameProps = {
	step: Step;
	heading: React.RefObject< HTMLHeadingElement >;
	title: string;
	intro?: React.ReactNode;
	children: React.ReactNode;
	/** What leads on; nothing where this step leads nowhere yet. */
	next?: Next | undefined;
	saving?: ActionState;
};

type Next = {
	label?: string;
	onClick: () => void;
	disabled?: boolean;
	/** What is missing, where it is disabled. */
	missing?: string;
};

export function StepFrame( {
	step,
	heading,
	title,
	intro,
	children,
	next,
	saving = { status: 'idle' },
}: StepFrameProps ) {
	const isDone = step === 'done';
	const before = isDone ? null : stepBefore( step );
	return (
		<div className="orderinvoicer-setup__step">
			<div className="orderinvoicer-setup__header">
				{ isDone && (
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
					{ ! isDone && (
						<span className="orderinvoicer-setup__number">
							{ numberText( step ) }
						</span>
					) }{ ' ' }
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
						href={ stepHref( before ) }
					>
						{ __( 'Back', 'orderinvoicer' ) }
					</Button>
				) }
				<div className="orderinvoicer-setup__onward">
					{ next?.disabled && next.missing && (
						<p className="orderinvoicer-muted">{ next.missing }</p>
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
