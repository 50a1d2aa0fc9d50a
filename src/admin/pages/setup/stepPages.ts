import { lazy } from '@wordpress/element';
import type { StepProps } from '.';
import type { Step } from './steps';

type StepPage = React.ComponentType< StepProps >;

const step = ( load: () => Promise< StepPage > ) =>
	lazy( async () => ( { default: await load() } ) );

/** Each step is a script of its own: who enters the keys does not pay for the dry run. */
export const STEP_PAGES: Record< Step, StepPage > = {
	connect: step( async () => {
		const { ConnectStep } = await import(
			/* webpackChunkName: "setup/connect" */ './components/ConnectStep'
		);
		return ConnectStep;
	} ),
	documents: step( async () => {
		const { DocumentsStep } = await import(
			/* webpackChunkName: "setup/documents" */ './components/DocumentsStep'
		);
		return DocumentsStep;
	} ),
	taxes: step( async () => {
		const { TaxesStep } = await import(
			/* webpackChunkName: "setup/taxes" */ './components/TaxesStep'
		);
		return TaxesStep;
	} ),
	payments: step( async () => {
		const { PaymentsStep } = await import(
			/* webpackChunkName: "setup/payments" */ './components/PaymentsStep'
		);
		return PaymentsStep;
	} ),
	check: step( async () => {
		const { CheckStep } = await import(
			/* webpackChunkName: "setup/check" */ './components/CheckStep'
		);
		return CheckStep;
	} ),
	finish: step( async () => {
		const { FinishStep } = await import(
			/* webpackChunkName: "setup/finish" */ './components/FinishStep'
		);
		return FinishStep;
	} ),
};
