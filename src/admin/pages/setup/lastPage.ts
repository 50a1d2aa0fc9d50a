import type { StepProps } from './progress';

export const loadDone = async (): Promise<
	React.FunctionComponent< StepProps >
> => {
	const { DoneStep } = await import(
		/* webpackChunkName: "setup/done" */ './components/DoneStep'
	);
	return DoneStep;
};

/** So that it is there once all is on. What fails now is fetched again then. */
export const fetchDone = (): void => {
	loadDone().catch( () => {} );
};
