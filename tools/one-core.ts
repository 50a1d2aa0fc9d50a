import { execute } from '../tests/environment/processes.ts';

const thisProcess = String( process.pid );

/** As taskset writes them: 0-3,6. */
const mine = async (): Promise< string > => {
	// Not everywhere: taskset is Linux's.
	const { code, output } = await execute( 'taskset', [ '-pc', thisProcess ] );
	return code === 0 ? ( /: ([\d,-]+)\s*$/.exec( output )?.[ 1 ] ?? '' ) : '';
};

/**
 * Keeps this process, and whatever it starts from now on, on one core where there are several. For work that is handed
 * from process to process and back, one at a time: to wake another core for each step costs more than the step.
 *
 * @param which Two suites side by side do not share one.
 * @return The cores that there were, as taskset writes them; '' where there is no taskset, or one core.
 */
export const keepToOneCore = async (
	which: 'first' | 'last'
): Promise< string > => {
	const list = await mine();
	const numbers = list.match( /\d+/g ) ?? [];
	const core = numbers.at( which === 'first' ? 0 : -1 );
	if ( numbers.length < 2 || core === undefined ) {
		return '';
	}
	await execute( 'taskset', [ '-apc', core, thisProcess ] );
	return list;
};
