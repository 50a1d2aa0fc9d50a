import { fetched } from '../../../components/fetched';
import { loadDone } from './lastPage';
import type { StepProps } from './progress';
import type { Step } from './steps';

type StepPage = React.FunctionComponent< StepProps >;

/** Each step is a script of its own: who enters the keys does not pay for the dry run. */
export const STEP_PAGES: Record< Step, StepPage > = {
	connect: fetched( async () => {
		const { ConnectStep } = await import(
			/* webpackChunkName: "setup/connect" */ './components/ConnectStep'
		);
		return ConnectStep;
	} ),
	shop: fetched( async () => {
		const { ShopStep } = await import(
			/* webpackChunkName: "setup/shop" */ './components/ShopStep'
		);
		return ShopStep;
	} ),
	taxes: fetched( async () => {
		const { TaxesStep } = await import(
			/* webpackChunkName: "setup/taxes" */ './components/TaxesStep'
		);
		return TaxesStep;
	} ),
	check: fetched( async () => {
		const { CheckStep } = await import(
			/* webpackChunkName: "setup/check" */ './components/CheckStep'
		);
		return CheckStep;
	} ),
	done: fetched( loadDone ),
};
