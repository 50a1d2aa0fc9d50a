import { fetched } from '../../../components/fetched';
import type { StepProps } from './progress';
import type { Step } from './steps';

type StepPage = React.ComponentType< StepProps >;

/** Each step is a script of its own: who enters the keys does not pay for the dry run. */
export const STEP_PAGES: Record< Step, StepPage > = {
	connect: fetched( async () => {
		const { ConnectStep } = await import(
			/* webpackChunkName: "setup/connect" */ './components/ConnectStep'
		);
		return ConnectStep;
	} ),
	documents: fetched( async () => {
		const { DocumentsStep } = await import(
			/* webpackChunkName: "setup/documents" */ './components/DocumentsStep'
		);
		return DocumentsStep;
	} ),
	taxes: fetched( async () => {
		const { TaxesStep } = await import(
			/* webpackChunkName: "setup/taxes" */ './components/TaxesStep'
		);
		return TaxesStep;
	} ),
	payments: fetched( async () => {
		const { PaymentsStep } = await import(
			/* webpackChunkName: "setup/payments" */ './components/PaymentsStep'
		);
		return PaymentsStep;
	} ),
	check: fetched( async () => {
		const { CheckStep } = await import(
			/* webpackChunkName: "setup/check" */ './components/CheckStep'
		);
		return CheckStep;
	} ),
	finish: fetched( async () => {
		const { FinishStep } = await import(
			/* webpackChunkName: "setup/finish" */ './components/FinishStep'
		);
		return FinishStep;
	} ),
};
