import { PROJECT } from '../../tests/environment/cache.ts';
import { execute } from '../../tests/environment/processes.ts';
import { firstLoads, type FirstLoad } from '../bundle.ts';
import { toMachineCode } from '../compiled-php.ts';
import { NOTHING, add, type Counts } from '../counts.ts';
import { build, phpTools } from '../prepare.ts';
import type { Suite } from './suite.ts';

const TOOLS: [ string, string, string[] ][] = [
	[ 'PHP coding standards', 'vendor/bin/phpcs', [ '-q' ] ],
	[
		'PHPStan',
		'vendor/bin/phpstan',
		[ 'analyse', '--no-progress', '--memory-limit=2G' ],
	],
	[
		'TypeScript and ESLint',
		process.execPath,
		[ '--import', 'tsx', 'tools/lint-typescript.ts' ],
	],
	[ 'stylelint', 'npm', [ 'run', '--silent', 'lint:css' ] ],
];

const check = async (
	title: string,
	command: string,
	args: string[]
): Promise< Counts > => {
	const { code, output } = await execute( command, args, {
		cwd: PROJECT,
		env: toMachineCode(),
	} );
	console.log( `${ code === 0 ? '✔' : '✖' } ${ title }` );
	if ( code !== 0 ) {
		console.log( output );
	}
	return { ...NOTHING, [ code === 0 ? 'passed' : 'failed' ]: 1 };
};

const size = ( { page, kb, limit }: FirstLoad ): Counts => {
	const fits = kb <= limit;
	console.log(
		`${ fits ? '✔' : '✖' } First load of ${ page }, compressed: ${ kb.toFixed( 1 ) } KB of ${ limit } KB`
	);
	return { ...NOTHING, [ fits ? 'passed' : 'failed' ]: 1 };
};

export const lint: Suite = {
	name: 'lint',
	title: 'Lint: coding standards, static analysis, types',
	seconds: 240,
	needs: [ phpTools, build ],
	run: async () => {
		let counts = NOTHING;
		for ( const [ title, command, args ] of TOOLS ) {
			counts = add( counts, await check( title, command, args ) );
		}
		for ( const load of await firstLoads() ) {
			counts = add( counts, size( load ) );
		}
		return counts;
	},
};
