import { formatAgo, formatTime } from '../../../../i18n/format';

/** `at`: when the page learnt it, so that nothing moves between two answers. */
export const Ago = ( { time, at }: { time: string; at: number } ) => (
	<time dateTime={ time } title={ formatTime( time ) }>
		{ formatAgo( time, at ) }
	</time>
);
