export const newWorld = () => process.env.TEST_ENGINE
